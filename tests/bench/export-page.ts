import { readFile } from 'node:fs/promises';
import type { BrowserContext, Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { openExportDialog } from '../support/export-dialog.ts';
import type { PagesHost } from '../support/pages-host.ts';
import type { BenchLibrary, BenchSpotify } from './bench-spotify.ts';
import { beginLogin } from './log-in.ts';
import { goToRows, watchTable } from './marks.ts';

/** Longest wait for a file, in ms. */
const LIMIT_MS = 300_000;

/** Size of an export: so many playlists with so many tracks each. */
export interface ExportSize {
  readonly playlists: number;
  readonly tracks: number;
}

/** The library that is exported. */
export type ExportLibrary = BenchLibrary & ExportSize;

/** Logs in and opens the dialog over the complete table; Spotify's request log is cleared by then. */
export async function openFullTable(
  context: BrowserContext,
  app: PagesHost,
  spotify: BenchSpotify,
  library: ExportLibrary,
): Promise<Page> {
  const page = await context.newPage();
  await watchTable(page, 'Playlists', library.playlists);
  const callback = await beginLogin(page, app);
  spotify.reset(library);
  await goToRows(page, callback);
  await spotify.quiet();
  await prepareExport(page);
  spotify.reset(library);
  return page;
}

/** Opens the dialog and focuses the button that starts the export. */
async function prepareExport(page: Page): Promise<void> {
  const { choose, button } = await openExportDialog(page);
  await choose('Format', 'CSV');
  await button('Download').focus();
}

/** Starts the export and gives the time until its file arrives; no code of the measurement runs in the page. */
export async function exportTracks(page: Page, { playlists }: ExportSize): Promise<number> {
  const coming = page.waitForEvent('download', { timeout: LIMIT_MS });
  const began = performance.now();
  await page.keyboard.press('Enter');
  const download = await coming;
  const took = performance.now() - began;
  const files = await countFiles(download);
  if (files !== playlists) throw new Error(`The zip holds ${files} of ${playlists} playlists.`);
  return took;
}

async function countFiles(download: Download): Promise<number> {
  let files = 0;
  const count = () => {
    files += 1;
    return false;
  };
  unzipSync(await readFile(await download.path()), { filter: count });
  return files;
}

/** The same in a new tab with a stored login, after the list was refreshed; the requests of the refresh count. */
export async function openFullTableAgain(
  context: BrowserContext,
  app: PagesHost,
  spotify: BenchSpotify,
  library: ExportLibrary,
): Promise<Page> {
  const page = await context.newPage();
  await watchTable(page, 'Playlists', library.playlists);
  spotify.reset(library);
  await goToRows(page, `${app.url}playlists`);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await spotify.quiet();
  await prepareExport(page);
  return page;
}
