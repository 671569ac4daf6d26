import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// Debian's browser without windows comes first: the same engine, for a fifth less work in each test.
const COMMANDS = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
];

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const WINDOWS_PLACES = [
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Finds an installed Chromium or Chrome: the one CHROME_PATH names, Playwright's own, or one in a usual place. */
export function findBrowser(): string | undefined {
  return candidates().find(isExecutable);
}

function candidates(): string[] {
  const named = process.env['CHROME_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...(named === undefined ? [] : [named]),
    chromium.executablePath(),
    ...folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command))),
    ...(process.platform === 'darwin' ? MAC_PLACES : []),
    ...(process.platform === 'win32' ? [...WINDOWS_PLACES, ...chromeOfThisUser()] : []),
  ];
}

function chromeOfThisUser(): string[] {
  const appData = process.env['LOCALAPPDATA'];
  return appData === undefined ? [] : [join(appData, 'Google\\Chrome\\Application\\chrome.exe')];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
