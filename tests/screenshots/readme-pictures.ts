import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { tryDemo } from '../support/demo.ts';
import { openPage, photograph } from './camera.ts';
import { README_PICTURES, THEMES, type Theme } from './places.ts';
import { stepsPage } from './steps-page.ts';

const WIDE = { width: 1280, height: 800, density: 1 };
const NARROW = { width: 390, height: 780, density: 1 };

/** Takes the pictures of the README and the pages beside it, light and dark, as PNG with few colours. */
export async function takeReadmePictures(browser: Browser, origin: string): Promise<void> {
  await mkdir(README_PICTURES, { recursive: true });
  for (const theme of THEMES) {
    await takeWide(await openPage(browser, { origin, theme, ...WIDE }), theme);
    await takeNarrow(await openPage(browser, { origin, theme, ...NARROW }), theme);
    await takeSteps(browser, theme);
  }
}

async function takeWide(page: Page, theme: Theme): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Try the demo' }).waitFor();
  await save(`welcome-${theme}`, await photograph(page));
  await tryDemo(page);
  await save(`consent-${theme}`, await photograph(page));
  await page.getByRole('button', { name: 'Agree' }).click();
  await settled(page, '140 playlists');
  await save(`playlists-${theme}`, await photograph(page));
  // One of the person's own: of others Spotify gives no songs.
  await page.getByRole('link', { name: 'Slow Sunday', exact: true }).click();
  await settled(page, '193');
  // The chips are counted one after the other.
  await page.getByRole('button', { name: /^Twice\D*\d/ }).waitFor();
  await save(`playlist-${theme}`, await photograph(page));
  await page.goto('/flow');
  await page.getByRole('list', { name: 'Sequence diagram' }).waitFor();
  await save(`flow-${theme}`, await photograph(page));
  await page.context().close();
}

async function takeNarrow(page: Page, theme: Theme): Promise<void> {
  await tryDemo(page);
  await page.getByRole('button', { name: 'Agree' }).click();
  await settled(page, '140 playlists');
  await save(`playlists-narrow-${theme}`, await photograph(page));
  await page.context().close();
}

/** Takes one picture of the way through a login, made of the others. */
async function takeSteps(browser: Browser, theme: Theme): Promise<void> {
  const picture = async (name: string) =>
    `data:image/png;base64,${(await readFile(fileOf(`${name}-${theme}`))).toString('base64')}`;
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
  await save(`steps-${theme}`, await page.locator('ol').screenshot());
  await page.close();
}

/** Waits until a table says how much it holds, and nothing more loads. */
async function settled(page: Page, status: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: status }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

const fileOf = (name: string) => join(README_PICTURES, `${name}.png`);

async function save(name: string, png: Buffer): Promise<void> {
  await writeFile(fileOf(name), await sharp(png).png({ palette: true, effort: 10 }).toBuffer());
}
