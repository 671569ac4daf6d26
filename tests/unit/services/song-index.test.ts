import { createEffect, createRoot, untrack } from 'solid-js';
import { expect, test } from 'vitest';
import { useNetwork } from '../../support/unit/network.ts';
import { ITEM_REQUESTS, LIBRARY, openIndex, pagesOf, READABLE } from './indexing.ts';

const network = useNetwork();

test('before anything is read, the cost is known: one request for 50 rows of unread playlists', async () => {
  const { stage, index, asked } = await openIndex(network);
  void index.collection.open();
  await stage.until(() => index.unread() !== undefined);
  expect(asked()).toEqual({ playlists: 1, items: 0, liked: 0 });
  expect(index.unread()?.requests).toBe(ITEM_REQUESTS + 1);
  expect(index.unread()?.playlists).toHaveLength(READABLE.length);
  expect(index.withheld()).toHaveLength(LIBRARY.playlists.length - READABLE.length);
  expect(index.state()).toBe('idle');
});

test('all is read once, and again only what has changed', async () => {
  const { stage, index, asked, knownIds } = await openIndex(network);
  index.start();
  await stage.until(() => index.state() === 'done');
  // The liked songs have no version, so that their first page is read again after the last.
  expect(asked()).toEqual({ playlists: 1, items: ITEM_REQUESTS, liked: 4 });
  const uris = new Set(
    [...READABLE.map(({ id }) => LIBRARY.items(id)), LIBRARY.liked()].flatMap((rows) =>
      rows.map((row) => ('item' in row ? row.item?.uri : row.track.uri)),
    ),
  );
  expect(index.songs()).toHaveLength(uris.size);
  expect(index.songs().filter(({ isLiked }) => isLiked)).toHaveLength(120);
  expect(knownIds()).toEqual(READABLE.map(({ id }) => id).sort());
  expect(index.unread()?.requests).toBe(0);

  const [changed] = READABLE;
  if (!changed) throw new Error('a playlist');
  Object.assign(changed, { snapshot_id: 'changed' });
  stage.browser.clock.advance(600_000);
  void index.collection.refresh();
  await stage.until(() => index.state() === 'done');
  const items = ITEM_REQUESTS + pagesOf(changed.id);
  expect(asked()).toEqual({ playlists: 2, items, liked: 5 });
  expect(index.songs().filter(({ isLiked }) => isLiked)).toHaveLength(120);
});

test('the moment its reading is done, the job says the number of all songs', async () => {
  const { stage, index } = await openIndex(network);
  const said: string[] = [];
  createRoot(() => {
    createEffect(() => {
      if (index.state() === 'done') said.push(untrack(index.text));
    });
  });
  index.start();
  await stage.until(() => index.state() === 'done');
  expect(said).toEqual([`${index.songs().length} songs`]);
});

test('nothing is left of the songs after a log-out', async () => {
  const { stage, index } = await openIndex(network);
  index.start();
  await stage.until(() => index.state() === 'done');
  await stage.tab.session.logOut();
  expect(index.songs()).toEqual([]);
  expect(index.state()).toBe('idle');
});
