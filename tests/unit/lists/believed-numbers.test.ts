import { expect, test } from 'vitest';
import { songNames } from '../../support/unit/changing-songs.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openSongs } from './song-page.ts';

const network = useNetwork();
const SELF = 'https://api.spotify.com/v1/playlists/p/items?offset=0';

test.each([
  ['a link to itself', 60, { next: SELF }, 3],
  ['a page size of one', 230, { limit: 1 }, 5],
  ['a page size beyond all numbers', 60, { limit: 1e15 }, 2],
  ['a page size of nothing', 60, { limit: 0 }, 2],
  ['a total that is too small, and a link', 120, { total: 0, next: SELF }, 4],
])('a list whose pages state %s is whole after few requests', async (_, count, told, most) => {
  const { names, served, flaw } = await openSongs(network, 'a playlist', count, (songs) => {
    songs.told = () => told;
  });
  expect(names()).toEqual(songNames(count));
  expect(flaw()).toBeUndefined();
  expect(served.offsets.length).toBeLessThanOrEqual(most);
});

test('pages larger than asked for are counted as they come, each song once', async () => {
  const { names, served, flaw } = await openSongs(network, 'a playlist', 230, (songs) => {
    songs.limit = 100;
    songs.told = () => ({ limit: 50 });
  });
  expect(names()).toEqual(songNames(230));
  expect(served.offsets).toEqual([0, 100, 200]);
  expect(flaw()).toBeUndefined();
});

test('a total without end stops at the first page without a song, and is told', async () => {
  const { names, served, flaw } = await openSongs(network, 'a playlist', 60, (songs) => {
    songs.told = () => ({ total: 1e12 });
  });
  expect(names()).toEqual(songNames(60));
  expect(served.offsets.length).toBeLessThan(8);
  expect(flaw()).toBe('Spotify sent 60 of 1,000,000,000,000 tracks.');
});

test('a server that sends its first page whatever is asked for is not asked for ever', async () => {
  const { names, served, flaw } = await openSongs(network, 'a playlist', 60, (songs) => {
    const { told } = songs;
    let first: object | undefined;
    songs.told = (offset) => {
      if (offset > 0) return first ?? {};
      const items = songs.songs.slice(0, 50).map((name) => ({ item: { id: name, name } }));
      first = { ...told(offset), items, next: SELF };
      return first;
    };
  });
  expect(names()).toEqual(songNames(50));
  expect(served.offsets.length).toBeLessThan(5);
  expect(flaw()).toBe('Spotify sent 50 of 60 tracks.');
});

test('entries that do not come are told, and asked for again by Refresh and by the next visit', async () => {
  const { names, served, flaw, collection, settle, openAgain } = await openSongs(
    network,
    'a playlist',
    50,
    (songs) => {
      songs.told = () => ({ total: 60 });
    },
  );
  expect(names()).toEqual(songNames(50));
  expect(flaw()).toBe('Spotify sent 50 of 60 tracks.');
  await openAgain();
  expect(served.offsets.filter((offset) => offset === 0)).toHaveLength(2);
  served.told = () => ({});
  served.songs = songNames(60);
  void collection.refresh();
  await settle();
  const again = await openAgain();
  expect(again.rows()).toHaveLength(60);
});
