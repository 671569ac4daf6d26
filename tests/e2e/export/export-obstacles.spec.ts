import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { scriptsWith } from '../../support/built-scripts.ts';
import { openExportDialog, readDownload } from '../../support/export-dialog.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { equalPlaylists, pagesOf } from '../../support/own-playlists.ts';
import { playlistsPage, tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { expect, test } from '../fixtures.ts';

const PLAYLISTS = 4;
const TRACKS = 120;
const PAGES = PLAYLISTS * pagesOf([TRACKS]);
const ITEMS = /\/playlists\/[^/]+\/items\?/;

test.use({ spotifyOptions: { library: equalPlaylists(PLAYLISTS, TRACKS) } });

/** Expects a zip with every track of every playlist. */
function expectAll(zip: { readonly bytes: Buffer }): void {
  const files = Object.entries(unzipSync(zip.bytes));
  expect(files).toHaveLength(PLAYLISTS);
  for (const [name, bytes] of files)
    expect(parse(Buffer.from(bytes)), name).toHaveLength(TRACKS + 1);
}

async function openCsvExport(page: Page) {
  const opened = await openExportDialog(page);
  await opened.choose('Format', 'CSV');
  return opened;
}

test('an export that loses its network keeps what came, and goes on when it is back', async ({
  loggedIn: page,
  context,
  network,
  spotify,
  allowNetworkErrors,
}) => {
  test.slow();
  allowNetworkErrors();
  const held = holdAnswers(network, ITEMS);
  const { dialog, progress, button } = await openCsvExport(page);
  await button('Download').click();
  for (let answers = 0; answers < 4; answers += 1) {
    await expect.poll(() => held.waiting).toBe(2);
    held.letOnePass();
  }
  await expect.poll(() => held.waiting).toBe(2);
  await context.setOffline(true);
  held.letAllPass();
  await expect(dialog).toContainText('You are offline.');
  await expect(dialog).toContainText('This browser keeps what has arrived');
  await expect(progress).toHaveCount(0);
  await button('Resume').click();
  await expect(dialog).toContainText('You are offline.');
  expect(countOf(spotify, 'items')).toBe(6);

  const coming = page.waitForEvent('download', { timeout: 50_000 });
  await context.setOffline(false);
  expectAll(await readDownload(await coming));
  // The request in flight when the network failed may have no result.
  expect(countOf(spotify, 'items')).toBeLessThanOrEqual(PAGES + 2);
  expect(new Set(network.requestsTo(ITEMS).map(({ url }) => url)).size).toBe(PAGES);
});

test('while a tab exports, another one says so, and exports once that is done', async ({
  loggedIn: page,
  context,
  network,
  spotify,
}) => {
  test.slow();
  const held = holdAnswers(network, ITEMS);
  const one = await openCsvExport(page);
  const coming = page.waitForEvent('download', { timeout: 50_000 });
  await one.button('Download').click();
  await expect.poll(() => held.waiting).toBe(2);

  const otherPage = await context.newPage();
  await otherPage.goto('/playlists');
  await expect(tableOf(otherPage)).toHaveAttribute('aria-busy', 'false');
  const other = await openExportDialog(otherPage);
  await expect(other.dialog).toContainText(`of ${PLAYLISTS} playlists isn’t finished`);
  await other.button('Resume').click();
  await expect(other.dialog).toContainText('An export runs in another tab.');
  await expect(one.progress).toBeVisible();
  expect(held.waiting).toBe(2);
  held.letAllPass();
  expectAll(await readDownload(await coming));
  expect(countOf(spotify, 'items')).toBe(PAGES);

  expectAll(await other.save('Resume'));
  expect(countOf(spotify, 'items')).toBe(PAGES);
});

test('an export whose code does not load says so, from the page and from the bar of a selection, and opens once it does', async ({
  loggedIn: page,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const { row, checkbox, shownRows, alert, status } = playlistsPage(page);
  const bar = page.getByRole('region', { name: 'Selection' });
  const openers = page.getByRole('button', { name: 'Export', exact: true });
  const told = alert.filter({ hasText: 'The export did not load' });
  const name = (await shownRows())[0]?.name ?? '';
  const dialogScripts = scriptsWith('byte order mark');
  await page.route(dialogScripts, (route) => route.abort());

  for (const place of ['the bar', 'the page']) {
    await test.step(`${place} says so`, async () => {
      // Ticked, and not ticked any more.
      await checkbox(name).click();
      await expect(bar).toHaveCount(place === 'the bar' ? 1 : 0);
      // The notice about the part that did not load may lie over the bar.
      await openers.last().press('Enter');
      await expect(told).toHaveText('The export did not load. Check your network, then try again.');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(row(name)).toBeVisible();
      await expect(status).toContainText(`${PLAYLISTS} playlists`);
    });
  }

  await page.unroute(dialogScripts);
  for (const place of ['the page', 'the bar']) {
    await test.step(`${place} opens it`, async () => {
      if (place === 'the bar') await checkbox(name).click();
      await openers.last().press('Enter');
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
      await expect(told).toHaveCount(0);
      await page.keyboard.press('Escape');
    });
  }
});
