import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { openExportDialog } from '../../support/export-dialog.ts';
import { logOut } from '../../support/log-in-form.ts';
import { equalPlaylists } from '../../support/own-playlists.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { putStored, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const PLAYLISTS = 60;
const TRACKS = 120;
const PAGES = 3;
const DAY_MS = 86_400_000;

const pagesAsked = (spotify: SimulatedSpotify) =>
  spotify.requests.filter(({ step }) => step === 'items').map(({ url }) => url);

test.describe('everything', () => {
  test.use({ spotifyOptions: { library: equalPlaylists(PLAYLISTS, TRACKS) } });

  test('comes in one zip, with faults in between, and the second time from what is kept', async ({
    loggedIn: page,
    spotify,
    allowNetworkErrors,
  }) => {
    test.setTimeout(180_000);
    allowNetworkErrors();
    const faults = ['server-error-502', 'rate-limited-no-cors', 'truncated-body'] as const;
    for (const [place, fault] of faults.entries())
      spotify.faults.arm(fault, { on: 'items', skip: 40 * place });
    const { choose, save, dialog } = await openExportDialog(page);
    await choose('What', 'Tracks of the playlists');
    await choose('Which', 'All');
    const zip = await save();
    expect(zip.name).toMatch(/^liner-notes-tracks-.*\.zip$/);
    const files = Object.entries(unzipSync(zip.bytes));
    expect(files).toHaveLength(PLAYLISTS);
    for (const [name, bytes] of files)
      expect(parse(Buffer.from(bytes)), name).toHaveLength(TRACKS + 1);
    expect(countOf(spotify, 'items')).toBe(PLAYLISTS * PAGES + faults.length);
    await expect(dialog).toContainText(`${zip.name} is in your downloads`);

    await choose('Format', 'JSON');
    await choose('Files', 'One file');
    const { tracks, playlists } = JSON.parse((await save()).text);
    expect(tracks).toHaveLength(PLAYLISTS * TRACKS);
    expect(playlists).toHaveLength(PLAYLISTS);
    expect(countOf(spotify, 'items')).toBe(PLAYLISTS * PAGES + faults.length);
  });
});

test.describe('an export that stops', () => {
  test.use({ spotifyOptions: { library: equalPlaylists(20, TRACKS) } });

  test('is resumed after a reload, asking only for what is missing', async ({
    loggedIn: page,
    spotify,
  }) => {
    const first = await openExportDialog(page);
    await first.choose('What', 'Tracks of the playlists');
    spotify.faults.arm('hang', { on: 'items', skip: 30, times: 2 });
    await first.button('Download').click();
    await expect(first.progress).toBeVisible();
    await expect.poll(() => countOf(spotify, 'items')).toBe(32);
    await first.button('Cancel export').click();
    await expect(first.button('Resume export')).toBeVisible();
    await page.reload();
    const again = await openExportDialog(page);
    const zip = await again.save('Resume export');
    expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(20);
    // Requests in flight when it stopped are sent again.
    expect(new Set(pagesAsked(spotify)).size).toBe(20 * PAGES);
    expect(countOf(spotify, 'items')).toBeLessThanOrEqual(20 * PAGES + 2);
    await expect(again.button('Resume export')).toHaveCount(0);
    expect(Object.keys(await storedRecords(page))).not.toContain('library:export');
  });

  test('is resumed after a used-up quota, and tells why it stopped', async ({
    loggedIn: page,
    spotify,
    allowNetworkErrors,
  }) => {
    allowNetworkErrors();
    const { dialog, choose, button, save } = await openExportDialog(page);
    await choose('What', 'Tracks of the playlists');
    spotify.faults.arm('quota-exceeded', { on: 'items', skip: 10 });
    await button('Download').click();
    await expect(dialog).toContainText('has used up its quota with Spotify');
    await expect(dialog).toContainText('What came is kept');
    const zip = await save('Resume export');
    expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(20);
  });

  test('is discarded with all that came for it', async ({ loggedIn: page, spotify }) => {
    const { choose, button } = await openExportDialog(page);
    await choose('What', 'Tracks of the playlists');
    spotify.faults.arm('hang', { on: 'items', skip: 12, times: 2 });
    await button('Download').click();
    await expect.poll(() => countOf(spotify, 'items')).toBe(14);
    await button('Cancel export').click();
    await expect.poll(() => storedKeys(page)).toContain('library:export');
    expect((await storedKeys(page)).filter((key) => /:item:/.test(key))).not.toEqual([]);
    await button('Discard export').click();
    await expect(button('Discard export')).toHaveCount(0);
    await expect.poll(() => storedKeys(page)).not.toContain('library:export');
    expect((await storedKeys(page)).filter((key) => /:item:/.test(key))).toEqual([]);
  });

  test('is kept for a week with what came for it, and no longer', async ({
    loggedIn: page,
    spotify,
  }) => {
    const { choose, button } = await openExportDialog(page);
    await choose('What', 'Tracks of the playlists');
    spotify.faults.arm('hang', { on: 'items', skip: 12, times: 2 });
    await button('Download').click();
    await expect.poll(() => countOf(spotify, 'items')).toBe(14);
    await button('Cancel export').click();

    // Lists are cached for a day, those of an unfinished export for longer.
    await makeOlder(page, 3);
    await page.reload();
    await expect.poll(() => storedKeys(page)).not.toContain('library:count:old');
    const before = countOf(spotify, 'items');
    const again = await openExportDialog(page);
    await again.save('Resume export');
    expect(countOf(spotify, 'items') - before).toBeLessThanOrEqual(20 * PAGES - 12);
    expect(await storedKeys(page)).not.toContain('library:export');
  });

  test('is forgotten after a week', async ({ loggedIn: page, spotify }) => {
    const { choose, button } = await openExportDialog(page);
    await choose('What', 'Tracks of the playlists');
    spotify.faults.arm('hang', { on: 'items', skip: 12, times: 2 });
    await button('Download').click();
    await expect.poll(() => countOf(spotify, 'items')).toBe(14);
    await button('Cancel export').click();
    await makeOlder(page, 8);
    await page.reload();
    await expect.poll(() => storedKeys(page)).not.toContain('library:export');
    expect((await storedKeys(page)).filter((key) => /:item:/.test(key))).toEqual([]);
    await expect((await openExportDialog(page)).button('Resume export')).toHaveCount(0);
  });

  test('leaves nothing behind after a log-out, neither rows nor files', async ({
    loggedIn: page,
  }) => {
    const { choose, save } = await openExportDialog(page);
    await choose('What', 'Tracks of the playlists');
    await save();
    expect(await filesOnDisk(page)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await logOut(page);
    await expect.poll(() => storedKeys(page)).toEqual(['client-id']);
    await expect.poll(() => filesOnDisk(page)).toEqual([]);
  });
});

const storedKeys = async (page: Page) => Object.keys(await storedRecords(page));

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
