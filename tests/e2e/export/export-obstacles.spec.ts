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

const PLAYLISTS = 12;
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

async function openTracksExport(page: Page) {
  const opened = await openExportDialog(page);
  await opened.choose('What', 'Tracks of the playlists');
  return opened;
}

test('a browser without an origin private file system gets the same files', async ({
  page,
  spotify: _,
  comeBack,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(StorageManager.prototype, 'getDirectory'));
  await comeBack(page);
  expect(await page.evaluate(() => 'getDirectory' in navigator.storage)).toBe(false);
  const { choose, save } = await openTracksExport(page);
  expectAll(await save());
  await choose('Format', 'JSON');
  await choose('Files', 'One file');
  expect(JSON.parse((await save()).text).tracks).toHaveLength(PLAYLISTS * TRACKS);
});

test('a playlist that fails stops no other, and the zip and the page say which and why', async ({
  loggedIn: page,
  network,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const [gone] = await playlistsPage(page).shownRows();
  const answer = network.hosts.get('api.spotify.com');
  network.hosts.set('api.spotify.com', async (request) => {
    const isGone = request.method === 'GET' && request.url.includes(`/${gone?.id}/items`);
    const answered = await answer?.(request);
    if (!isGone || !(answered instanceof Response)) return answered ?? Response.error();
    return new Response('{}', { status: 404, headers: answered.headers });
  });
  const { dialog, save } = await openTracksExport(page);
  const files = unzipSync((await save()).bytes);
  expect(Object.keys(files)).toHaveLength(PLAYLISTS);
  expect(Object.keys(files)).not.toContain(`${gone?.name}.csv`);
  const report = Buffer.from(files['Missing playlists.txt'] ?? []).toString('utf8');
  expect(report).toContain('11 of 12 playlists are in this export. Missing:');
  expect(report).toContain(`${gone?.name} (${gone?.id})\n  Spotify does not know it any more`);
  await dialog.getByText('1 playlist missing').click();
  await expect(dialog.getByRole('listitem')).toContainText(`${gone?.name}: Spotify does not know`);
  expect(countOf(spotify, 'items')).toBe(PAGES - pagesOf([TRACKS]) + 1);
});

test('an export that loses its network keeps what came, and goes on when it is back', async ({
  loggedIn: page,
  context,
  network,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const held = holdAnswers(network, ITEMS);
  const { dialog, progress, button } = await openTracksExport(page);
  await button('Download').click();
  for (let answers = 0; answers < 10; answers += 1) {
    await expect.poll(() => held.waiting).toBe(2);
    held.letOnePass();
  }
  await expect.poll(() => held.waiting).toBe(2);
  await context.setOffline(true);
  held.letAllPass();
  await expect(dialog).toContainText('You are offline.');
  await expect(dialog).toContainText('What came is kept');
  await expect(progress).toHaveCount(0);
  await button('Resume export').click();
  await expect(dialog).toContainText('You are offline.');
  expect(countOf(spotify, 'items')).toBe(12);

  const coming = page.waitForEvent('download');
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
  const held = holdAnswers(network, ITEMS);
  const one = await openTracksExport(page);
  const coming = page.waitForEvent('download');
  await one.button('Download').click();
  await expect.poll(() => held.waiting).toBe(2);

  const otherPage = await context.newPage();
  await otherPage.goto('/playlists');
  await expect(tableOf(otherPage)).toHaveAttribute('aria-busy', 'false');
  const other = await openExportDialog(otherPage);
  await expect(other.dialog).toContainText(`of ${PLAYLISTS} playlists is not finished`);
  await other.button('Resume export').click();
  await expect(other.dialog).toContainText('An export runs in another tab.');
  await expect(one.progress).toBeVisible();
  expect(held.waiting).toBe(2);
  held.letAllPass();
  expectAll(await readDownload(await coming));
  expect(countOf(spotify, 'items')).toBe(PAGES);

  expectAll(await other.save('Resume export'));
  expect(countOf(spotify, 'items')).toBe(PAGES);
});

test('an export whose login has been taken back asks for a new one, and goes on after it', async ({
  loggedIn: page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const { dialog, button } = await openTracksExport(page);
  spotify.faults.arm('unauthorized', { on: 'items', skip: 10, times: 1 });
  spotify.faults.arm('invalid-grant', { on: 'refresh' });
  await button('Download').click();
  await expect(dialog).toContainText('The export of the tracks of 12 playlists has stopped.');
  await expect(button('Resume export')).toHaveCount(0);
  spotify.faults.clear();
  await button('Log in again').click();
  await expect(dialog).toHaveCount(0);
  await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  const before = countOf(spotify, 'items');
  const again = await openExportDialog(page);
  expectAll(await again.save('Resume export'));
  // Requests in flight when it stopped are sent again.
  expect(countOf(spotify, 'items') - before).toBeLessThanOrEqual(PAGES - 8);
});

for (const place of ['the page', 'the bar of a selection']) {
  test(`an export of ${place} whose code does not load says so, and opens once it does`, async ({
    loggedIn: page,
    allowNetworkErrors,
  }) => {
    allowNetworkErrors();
    const { row, checkbox, shownRows, alert, status } = playlistsPage(page);
    const opener = page.getByRole('button', { name: 'Export', exact: true });
    const [first] = await shownRows();
    if (place !== 'the page') await checkbox(first?.name ?? '').click();
    const dialogScripts = scriptsWith('Tracks of the playlists');
    await page.route(dialogScripts, (route) => route.abort());
    await opener.click();
    const told = alert.filter({ hasText: 'The export did not load' });
    await expect(told).toHaveText('The export did not load. Check your network, then try again.');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(row(first?.name ?? '')).toBeVisible();
    await expect(status).toContainText(`${PLAYLISTS} playlists`);

    await page.unroute(dialogScripts);
    const { dialog } = await openExportDialog(page);
    await expect(dialog).toBeVisible();
    await expect(told).toHaveCount(0);
  });
}
