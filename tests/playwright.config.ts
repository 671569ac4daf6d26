import { defineConfig } from '@playwright/test';
import { TEST_FLAGS } from './support/browser-flags.ts';
import { findBrowser } from './support/find-browser.ts';

const APP = 'http://127.0.0.1:8888';
const isRoot = process.getuid?.() === 0;
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // More than cores: much of a test is waiting for the page.
  workers: '150%',
  fullyParallel: true,
  // A browser that hangs while it closes is no fault of the page. What passes only the second time
  // is listed as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    baseURL: `${APP}/`,
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'off',
    launchOptions: {
      args: [...TEST_FLAGS, ...(isRoot ? ['--no-sandbox'] : [])],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: 'npx vite preview',
    cwd: '..',
    url: `${APP}/`,
    // A running `npm start` serves the same folder, which the test command has just built.
    reuseExistingServer: process.env['CI'] === undefined,
    timeout: 120_000,
  },
});
