import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { openExportDialog } from '../../support/export-dialog.ts';
import { logOut } from '../../support/log-in-form.ts';
import { equalPlaylists, pagesOf } from '../../support/own-playlists.ts';
import { playlistsPage, tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { forgetLists, putStored, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const PLAYLISTS = 6;
const TRACKS = 120;
const PAGES = PLAYLISTS * pagesOf([TRACKS]);
const DAY_MS = 86_400_000;

test.use({ spotifyOptions: { library: equalPlaylists(PLAYLISTS, TRACKS) } });

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

const pagesAsked = (spotify: SimulatedSpotify) =>
  spotify.requests.filter(({ step }) => step === 'items').map(({ url }) => url);
const storedKeys = async (page: Page) => Object.keys(await storedRecords(page));
const storedTracks = async (page: Page) =>
  (await storedKeys(page)).filter((key) => /:item:/.test(key));

async function openCsvExport(page: Page) {
  const opened = await openExportDialog(page);
  await opened.choose('Format', 'CSV');
  return opened;
}

test('everything comes in one zip that tells what is missing, the second time from what is kept, and a log-out leaves nothing of it', async ({
  loggedIn: page,
  network,
  spotify,
}) => {
  test.slow();
  const [gone] = await playlistsPage(page).shownRows();
  const answer = network.hosts.get('api.spotify.com');
  let isGone = true;
  network.hosts.set('api.spotify.com', async (request) => {
    const isMissing =
      isGone && request.method === 'GET' && request.url.includes(`/${gone?.id}/items`);
    const answered = await answer?.(request);
    if (!isMissing || !(answered instanceof Response)) return answered ?? Response.error();
    return new Response('{}', { status: 404, headers: answered.headers });
  });
  spotify.faults.arm('server-error-502', { on: 'items', skip: 5 });
  const { choose, save, dialog } = await openCsvExport(page);

  await test.step('a zip, with a fault in between, without a playlist that is gone', async () => {
    await choose('Which', 'All');
    const zip = await save();
    expect(zip.name).toMatch(/^liner-notes-songs-.*\.zip$/);
    const { 'Missing playlists.txt': report, ...files } = unzipSync(zip.bytes);
    expect(Object.keys(files)).toHaveLength(PLAYLISTS - 1);
    expect(Object.keys(files)).not.toContain(`${gone?.name}.csv`);
    for (const [name, bytes] of Object.entries(files))
      expect(parse(Buffer.from(bytes)), name).toHaveLength(TRACKS + 1);
    const told = Buffer.from(report ?? []).toString('utf8');
    expect(told).toContain('5 of 6 playlists are in this export.\n\nMissing:');
    expect(told).toContain(`${gone?.name} (${gone?.id})\n  Spotify can’t find it any more`);
    await expect(dialog).toContainText(`${zip.name} is in your downloads`);
    await dialog.getByText('1 playlist missing').click();
    await expect(dialog.getByRole('listitem')).toContainText(`${gone?.name}: Spotify can’t find`);
    // One request of the playlist that is gone, and one more for the fault.
    expect(countOf(spotify, 'items')).toBe(PAGES - 2 + 1);
  });
  await test.step('one file, for which only the missing playlist is asked for', async () => {
    isGone = false;
    await choose('Format', 'JSON');
    await choose('Files', 'One file');
    const { tracks, playlists } = JSON.parse((await save()).text);
    expect(tracks).toHaveLength(PLAYLISTS * TRACKS);
    expect(playlists).toHaveLength(PLAYLISTS);
    expect(countOf(spotify, 'items')).toBe(PAGES + 2);
  });
  await test.step('after a log-out neither rows nor files are left', async () => {
    expect(await filesOnDisk(page)).not.toEqual([]);
    await page.keyboard.press('Escape');
    await logOut(page);
    await expect.poll(() => storedKeys(page)).toEqual(['client-id']);
    await expect.poll(() => filesOnDisk(page)).toEqual([]);
  });
});

test('an export whose login has been taken back asks for a new one, and goes on after it for a week', async ({
  loggedIn: page,
  spotify,
}) => {
  test.slow();
  const { dialog, button } = await openCsvExport(page);
  spotify.faults.arm('unauthorized', { on: 'items', skip: 10, times: 1 });
  spotify.faults.arm('invalid-grant', { on: 'refresh' });
  await button('Download').click();
  await expect(dialog).toContainText('The export of 6 playlists has stopped.');
  await expect(button('Resume')).toHaveCount(0);
  spotify.faults.clear();
  await button('Log in again').click();
  await expect(dialog).toHaveCount(0);
  await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('banner')).toContainText(spotify.user.displayName);

  // Lists are cached for a day, those of an unfinished export for longer.
  await makeOlder(page, 3);
  await page.reload();
  await expect.poll(() => storedKeys(page)).not.toContain('library:count:old');
  const before = countOf(spotify, 'items');
  const again = await openExportDialog(page);
  const zip = await again.save('Resume');
  expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(PLAYLISTS);
  // Requests in flight when it stopped are sent again.
  expect(countOf(spotify, 'items') - before).toBeLessThanOrEqual(PAGES - 8);
  expect(new Set(pagesAsked(spotify)).size).toBe(PAGES);
  await expect(again.button('Resume')).toHaveCount(0);
  expect(await storedKeys(page)).not.toContain('library:export');
});

test('an export that a used-up quota stops says so and can be resumed; one that is cancelled is discarded, or forgotten after a week', async ({
  loggedIn: page,
  spotify,
}) => {
  test.slow();
  const { dialog, button, save } = await openCsvExport(page);

  await test.step('a used-up quota', async () => {
    spotify.faults.arm('quota-exceeded', { on: 'items', skip: 10 });
    await button('Download').click();
    await expect(dialog).toContainText('has used up its quota with Spotify');
    await expect(dialog).toContainText('This browser keeps what has arrived');
    expect(Object.keys(unzipSync((await save('Resume')).bytes))).toHaveLength(PLAYLISTS);
  });

  /** Begins an export of which some playlists come, and cancels it. */
  async function cancelInBetween(): Promise<void> {
    await forgetLists(page);
    const before = countOf(spotify, 'items');
    spotify.faults.arm('hang', { on: 'items', skip: 7, times: 2 });
    await button('Download').click();
    await expect.poll(() => countOf(spotify, 'items')).toBe(before + 9);
    await button('Stop').click();
    await expect(button('Resume')).toBeVisible();
    await expect.poll(() => storedKeys(page)).toContain('library:export');
    expect(await storedTracks(page)).not.toEqual([]);
  }

  await test.step('discarded', async () => {
    await button('Export something else').click();
    await cancelInBetween();
    await button('Discard').click();
    await expect(button('Discard')).toHaveCount(0);
    await expect.poll(() => storedKeys(page)).not.toContain('library:export');
    expect(await storedTracks(page)).toEqual([]);
  });
  await test.step('forgotten after a week', async () => {
    await cancelInBetween();
    await makeOlder(page, 8);
    await page.reload();
    await expect.poll(() => storedKeys(page)).not.toContain('library:export');
    expect(await storedTracks(page)).toEqual([]);
    await expect((await openExportDialog(page)).button('Resume')).toHaveCount(0);
  });
});

/** Makes all cached records so many days older, with one old list that has to be swept. */
async function makeOlder(page: Page, days: number): Promise<void> {
  const records = await storedRecords(page);
  const known = Object.entries(records).filter(([key]) => key.startsWith('library:'));
  const older = Date.now() - days * DAY_MS;
  for (const [key, record] of known)
    await putStored(page, key, { ...Object(record), savedAt: older });
  await putStored(page, 'library:count:old', { savedAt: older });
}

/** Files of exports in the origin private file system. */
function filesOnDisk(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const [folder, handle] of root.entries()) {
      if (!(handle instanceof FileSystemDirectoryHandle)) continue;
      for await (const [name] of handle.entries()) names.push(`${folder}/${name}`);
    }
    return names;
  });
}
