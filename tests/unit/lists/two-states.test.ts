import { expect, test } from 'vitest';
import { songNames } from '../../support/unit/changing-songs.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openSongs, type SONG_PAGES } from './song-page.ts';

const network = useNetwork();

const PAGES: readonly (keyof typeof SONG_PAGES)[] = ['a playlist', 'the liked songs'];
const CHANGES: readonly [string, (songs: string[]) => string[]][] = [
  ['loses its first song', (songs) => songs.slice(1)],
  ['gets a song before all others', (songs) => ['new', ...songs]],
  ['has a song moved to its begin', (songs) => [...songs.slice(-1), ...songs.slice(0, -1)]],
];
const CASES = PAGES.flatMap((page) => CHANGES.map(([what, change]) => ({ page, what, change })));

test.each(CASES)(
  '$page that $what while it is read is shown as it is then, each song once',
  async ({ page, change }) => {
    const { served, collection, names, flaw } = await openSongs(network, page, 230, (songs) => {
      songs.onPage = (pages) => {
        if (pages !== 1) return;
        songs.songs = change(songs.songs);
        songs.snapshot = 'v2';
      };
    });
    expect(collection.phase()).toBe('complete');
    expect(names()).toEqual(served.songs);
    expect(collection.rows().map(({ position }) => position)).toEqual(
      served.songs.map((_, index) => index + 1),
    );
    expect(flaw()).toBeUndefined();
    expect(served.offsets.length).toBeLessThanOrEqual(12);
  },
);

test.each(PAGES)('%s that changes after each page is read three times, then told', async (page) => {
  const { served, collection, flaw, openAgain } = await openSongs(network, page, 230, (songs) => {
    songs.onPage = (pages) => {
      songs.songs = [`new ${pages}`, ...songs.songs];
      songs.snapshot = `v${pages}`;
    };
  });
  expect(collection.phase()).toBe('complete');
  expect(flaw()).toBe(
    'This list changed each time it was read, so rows may be missing or appear twice.',
  );
  expect(served.offsets.length).toBeLessThan(20);
  // What is flawed is not kept: the next visit reads anew.
  served.onPage = () => undefined;
  const again = await openAgain();
  expect(again.rows().map(({ title }) => title)).toEqual(served.songs);
  expect(again.isUnsteady()).toBe(false);
});

test('a list of one page costs no second look, and one of several pages one', async () => {
  const short = await openSongs(network, 'a playlist', 50);
  expect([short.served.checks, short.served.offsets.length]).toEqual([1, 1]);
  const long = await openSongs(network, 'a playlist', 51);
  expect([long.served.checks, long.served.offsets.length]).toEqual([2, 2]);
  expect(long.names()).toEqual(songNames(51));
});
