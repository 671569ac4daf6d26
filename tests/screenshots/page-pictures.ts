import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { PICTURES, type PictureName } from '../../src/features/login/pictures.ts';
import { enterDemo } from '../support/demo.ts';
import { openPage, photograph } from './camera.ts';
import { PAGE_PICTURES, THEMES, type Theme } from './places.ts';

/** Largest file, in bytes; the first page loads the one of its theme. */
const MOST_BYTES = 45_000;

/** Qualities of AVIF, best first; the first one whose file is small enough is taken. */
const QUALITIES = [44, 36, 28];

/** Device pixels for each CSS px of a picture; the large one has to be light, and is large enough. */
const DENSITIES: Readonly<Record<PictureName, number>> = {
  table: 1.5,
  phone: 2,
  find: 2,
  songs: 2,
  backup: 2,
  tidy: 2,
  login: 2,
  api: 2,
};

/** Longest wait for all songs of the demo, in ms. */
const READING_MS = 90_000;

/** Space between the edge of a crop and what it shows, in CSS px. */
const MARGIN = 10;

/** Takes the pictures of the first page, light and dark, as AVIF. */
export async function takePagePictures(browser: Browser, origin: string): Promise<void> {
  await mkdir(PAGE_PICTURES, { recursive: true });
  for (const theme of THEMES) {
    const open = async (name: PictureName, size: { width: number; height: number }) => {
      const page = await openPage(browser, { origin, theme, density: DENSITIES[name], ...size });
      await enterDemo(page);
      return page;
    };

    const table = await open('table', PICTURES.table);
    await save('table', theme, await photograph(table));
    await table.context().close();

    const phone = await open('phone', PICTURES.phone);
    await save('phone', theme, await photograph(phone));
    await phone.context().close();

    const page = await open('find', { width: 1180, height: 800 });
    const search = page.getByRole('searchbox', { name: 'Search playlists' });
    await search.fill('on');
    await save('find', theme, await crop(page, search, 'find'));
    await page.goto('/backup');
    const backUp = page.getByRole('heading', { level: 1 });
    await page.getByRole('button', { name: 'Back up everything' }).waitFor();
    await save('backup', theme, await crop(page, backUp, 'backup'));
    await page.goto('/flow');
    const diagram = page.getByRole('list', { name: 'Sequence diagram' });
    await diagram.waitFor();
    await save('login', theme, await crop(page, diagram, 'login'));
    await page.goto('/api');
    const request = page.getByRole('heading', { name: 'Request', exact: true });
    await request.waitFor();
    await save('api', theme, await crop(page, request, 'api'));
    await page.context().close();

    // At this width the table has the columns of names alone.
    const songs = await open('songs', { width: 860, height: 800 });
    await songs.goto('/songs');
    await songs.getByRole('button', { name: 'Read all playlists' }).click();
    const refresh = songs.getByRole('button', { name: 'Refresh' });
    await refresh.waitFor({ timeout: READING_MS });
    const heads = songs.getByRole('columnheader', { name: 'Title' });
    await save('songs', theme, await crop(songs, heads, 'songs'));
    await songs.goto('/tidy');
    const tidy = songs.getByRole('heading', { level: 1 });
    await songs
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /\d:\d\d/ })
      .first()
      .waitFor({ timeout: READING_MS });
    await save('tidy', theme, await crop(songs, tidy, 'tidy'));
    await songs.context().close();
  }
}

/** Takes a part of a page that begins a little above and before an element, as large as the picture. */
async function crop(page: Page, from: Locator, name: PictureName): Promise<Buffer> {
  await from.scrollIntoViewIfNeeded();
  const box = await from.boundingBox();
  if (!box) throw new Error(`nothing to see for the picture "${name}"`);
  const clip = { x: box.x - MARGIN, y: box.y - MARGIN, ...PICTURES[name] };
  return photograph(page, clip);
}

/** Writes a picture in the best quality that is small enough. @throws Error where none is. */
async function save(name: PictureName, theme: Theme, png: Buffer): Promise<void> {
  for (const quality of QUALITIES) {
    const file = await sharp(png).avif({ quality, effort: 3 }).toBuffer();
    if (file.length > MOST_BYTES) continue;
    await writeFile(join(PAGE_PICTURES, `${name}-${theme}.avif`), file);
    return;
  }
  throw new Error(`the picture "${name}" is larger than ${MOST_BYTES} bytes in every quality`);
}
