import { type Browser, chromium, type Page } from '@playwright/test';
import { QUIET_FLAGS } from '../support/browser-flags.ts';
import { findBrowser } from '../support/find-browser.ts';
import type { Theme } from './places.ts';

/** What ages such as "3 days ago" would otherwise change from one run to the next. */
const TIME = new Date('2026-11-25T10:00:00Z');

/** How a page is shown while its pictures are taken. */
export interface View {
  readonly origin: string;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
  /** Device pixels for each CSS pixel. */
  readonly density: number;
}

/** Starts the browser that takes the pictures. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    args: [...QUIET_FLAGS, ...sandbox],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}

/** Opens an empty page in a window of this size, in one theme, at a fixed time. */
export async function openPage(browser: Browser, view: View): Promise<Page> {
  const { origin, theme, width, height, density } = view;
  const context = await browser.newContext({
    baseURL: origin,
    colorScheme: theme,
    viewport: { width, height },
    deviceScaleFactor: density,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.install({ time: TIME });
  return page;
}

/** Takes a picture of the window, or of a part of it in CSS px, without the pointer; as PNG. */
export async function photograph(
  page: Page,
  clip?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  return page.screenshot({ animations: 'disabled', ...(clip ? { clip } : {}) });
}
