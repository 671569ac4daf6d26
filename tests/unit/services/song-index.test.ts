import { createEffect, createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import { DEMO_USER } from '../../../src/demo/music/owners.ts';
import { useSongIndex } from '../../../src/services/song-index.ts';
import { useSpotify } from '../../../src/services/spotify.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { logIn } from '../../support/unit/spotify.ts';
import { LIBRARY, openStage } from '../lab/matrix/stage.ts';

const network = useNetwork();

const READABLE = LIBRARY.playlists.flatMap((entry) =>
  entry && (entry.collaborative || entry.owner?.id === DEMO_USER.id) ? [entry] : [],
);
const pagesOf = (id: string) => Math.max(1, Math.ceil(LIBRARY.items(id).length / 50));
const ITEM_REQUESTS = READABLE.reduce((sum, { id }) => sum + pagesOf(id), 0);

/** Opens the index on a page of a person who is logged in. */
async function opened() {
  const stage = openStage(network);
  await logIn(stage.tab);
  const { index, caches } = stage.onPage(() => ({
    index: useSongIndex(),
    caches: useSpotify().caches,
  }));
  const asked = () => {
    const steps = stage.spotify.requests.map(({ step }) => step);
    const count = (step: string) => steps.filter((each) => each === step).length;
    return { playlists: count('playlists'), items: count('items'), liked: count('liked') };
  };
  const urls = () =>
    stage.spotify.requests.filter(({ step }) => step === 'items').map(({ url }) => url);
  return { stage, index, caches, asked, urls };
}

test('before anything is read, the cost is known: one request for 50 rows of unread playlists', async () => {
  const { stage, index, asked } = await opened();
  void index.collection.open();
  await stage.until(() => index.unread() !== undefined);
  expect(asked()).toEqual({ playlists: 3, items: 0, liked: 0 });
  expect(index.unread()?.requests).toBe(ITEM_REQUESTS + 1);
  expect(index.unread()?.playlists).toHaveLength(READABLE.length);
  expect(index.keptBack()).toHaveLength(LIBRARY.playlists.length - READABLE.length);
  expect(index.state()).toBe('idle');
});

test('all is read once, and again only what has changed', async () => {
  const { stage, index, caches, asked } = await opened();
  index.start();
  await stage.until(() => index.state() === 'done');
  // The liked songs have no version, so that their first page is read again after the last.
  expect(asked()).toEqual({ playlists: 3, items: ITEM_REQUESTS, liked: 4 });
  const uris = new Set(
    [...READABLE.map(({ id }) => LIBRARY.items(id)), LIBRARY.liked()].flatMap((rows) =>
      rows.map((row) => ('item' in row ? row.item?.uri : row.track.uri)),
    ),
  );
  expect(index.songs()).toHaveLength(uris.size);
  expect(index.songs().filter(({ isLiked }) => isLiked)).toHaveLength(120);
  const facts = caches.open('facts', 'all').peek()?.snapshot?.rows ?? [];
  expect(facts.map(({ id }) => id).sort()).toEqual(READABLE.map(({ id }) => id).sort());
  expect(index.unread()?.requests).toBe(0);

  const [changed] = READABLE;
  if (!changed) throw new Error('a playlist');
  Object.assign(changed, { snapshot_id: 'changed' });
  stage.browser.clock.advance(600_000);
  void index.collection.refresh();
  await stage.until(() => index.state() === 'done');
  const items = ITEM_REQUESTS + pagesOf(changed.id);
  expect(asked()).toEqual({ playlists: 6, items, liked: 5 });
  expect(index.songs().filter(({ isLiked }) => isLiked)).toHaveLength(120);
});

test('a reading that was stopped goes on where it stopped, and asks for no page twice', async () => {
  const { stage, index, urls } = await opened();
  let hasStopped = false;
  createRoot(() => {
    createEffect(() => {
      if (index.count().done <= 300 || hasStopped) return;
      hasStopped = true;
      index.stop();
    });
  });
  index.start();
  await stage.until(() => index.state() === 'stopped');
  expect(index.songs().length).toBeGreaterThan(0);
  const before = urls().length;
  index.resume();
  await stage.until(() => index.state() === 'done');
  // A page on its way when the reading stopped is the only one that is asked for again.
  expect(urls().length - new Set(urls()).size).toBeLessThanOrEqual(3);
  expect(new Set(urls()).size).toBe(ITEM_REQUESTS);
  expect(before).toBeLessThan(ITEM_REQUESTS);
});

test('nothing is left of the songs after a log-out', async () => {
  const { stage, index } = await opened();
  index.start();
  await stage.until(() => index.state() === 'done');
  await stage.tab.session.logOut();
  expect(index.songs()).toEqual([]);
  expect(index.state()).toBe('idle');
});
