import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { QUIET_FLAGS } from '../support/browser-flags.ts';
import { enterDemo, tryDemo } from '../support/demo.ts';
import { findBrowser } from '../support/find-browser.ts';
import { startPagesHost } from '../support/pages-host.ts';
import { stepsPage } from './steps-page.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(PROJECT, '.github/screenshots');

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 780 };
/** What the links of a day and a week would otherwise change from one run to the next. */
const TIME = new Date('2026-11-25T10:00:00Z');

/** Takes the pictures of the README from the demo of the production build, light and dark; gives the exit code. */
export async function main(): Promise<number> {
  const site = await startPagesHost(join(PROJECT, 'dist'), '/');
  const executablePath = findBrowser();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    args: [...QUIET_FLAGS, ...sandbox],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    await mkdir(FOLDER, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      const open = (viewport: typeof WIDE) =>
        browser.newContext({
          baseURL: site.origin,
          colorScheme,
          viewport,
          reducedMotion: 'reduce',
        });
      await takeWide(await open(WIDE), colorScheme);
      await takeNarrow(await open(NARROW), colorScheme);
      await takeSteps(browser, colorScheme);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return 0;
}

async function takeWide(context: BrowserContext, theme: string): Promise<void> {
  const page = await newPage(context);
  await page.goto('/');
  await page.getByRole('link', { name: 'Try the demo' }).waitFor();
  await save(page, `welcome-${theme}`);
  await tryDemo(page);
  await save(page, `consent-${theme}`);
  await page.getByRole('button', { name: 'Agree' }).click();
  await settled(page, '140 playlists');
  await save(page, `playlists-${theme}`);
  // One of the person's own: of others Spotify gives no tracks.
  await page.getByRole('link', { name: 'Slow Sunday', exact: true }).click();
  await settled(page, /^\d+ tracks$/);
  await page.getByRole('toolbar').first().waitFor();
  await save(page, `playlist-${theme}`);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await page.getByRole('region', { name: 'How a login works' }).waitFor();
  await save(page, `flow-${theme}`);
  await context.close();
}

async function takeNarrow(context: BrowserContext, theme: string): Promise<void> {
  const page = await newPage(context);
  await enterDemo(page);
  await save(page, `playlists-narrow-${theme}`);
  await context.close();
}

/** One picture of the way through a login, made of the others. */
async function takeSteps(browser: Browser, theme: 'light' | 'dark'): Promise<void> {
  const picture = async (name: string) =>
    `data:image/png;base64,${(await readFile(join(FOLDER, `${name}-${theme}.png`))).toString('base64')}`;
  const page = await browser.newPage({
    viewport: { width: 1280, height: 400 },
    colorScheme: theme,
  });
  await page.setContent(
    stepsPage([
      { text: 'Choose “Log in”, or the demo', picture: await picture('welcome') },
      { text: 'Spotify asks, you agree', picture: await picture('consent') },
      { text: 'Your playlists, all of them', picture: await picture('playlists') },
      { text: 'What went over the wire', picture: await picture('flow') },
    ]),
  );
  await page.locator('ol').screenshot({ path: join(FOLDER, `steps-${theme}.png`) });
  await page.close();
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.clock.install({ time: TIME });
  return page;
}

async function settled(page: Page, status: string | RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: status }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function save(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
