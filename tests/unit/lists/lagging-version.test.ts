import { expect, test } from 'vitest';
import { songNames } from '../../support/unit/changing-songs.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openSongs } from './song-page.ts';

const network = useNetwork();
const LATER_MS = 6 * 60_000;

test('a playlist whose total has grown while its version lags is read anew by the next visit', async () => {
  const { served, stage, openAgain } = await openSongs(network, 'a playlist', 3);
  served.songs = songNames(4);
  stage.browser.clock.advance(LATER_MS);
  expect((await openAgain()).rows()).toHaveLength(4);
});

test('Refresh reads all pages, though version and total of the playlist lag', async () => {
  const { served, collection, settle } = await openSongs(network, 'a playlist', 3);
  served.songs = songNames(4);
  served.details = { items: { total: 3 } };
  void collection.refresh();
  await settle();
  expect(collection.rows()).toHaveLength(4);
});

test('Refresh reads all liked songs, though the first page is the same', async () => {
  const { served, collection, settle, names } = await openSongs(network, 'the liked songs', 60);
  const [last = ''] = served.songs.slice(-1);
  served.songs = [...served.songs.slice(0, -1), 'another'];
  void collection.refresh();
  await settle();
  expect(names()).toContain('another');
  expect(names()).not.toContain(last);
});

test('an older list with the same version and total costs one request', async () => {
  const { served, stage, openAgain } = await openSongs(network, 'a playlist', 60);
  const before = served.checks;
  stage.browser.clock.advance(LATER_MS);
  expect((await openAgain()).rows()).toHaveLength(60);
  expect([served.checks - before, served.offsets.length]).toEqual([1, 2]);
});
