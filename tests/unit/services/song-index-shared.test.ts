import { createEffect, createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import { DEMO_USER } from '../../../src/demo/music/owners.ts';
import { gatherLiked } from '../../../src/lists/gather-liked.ts';
import { gatherTracks } from '../../../src/lists/gather-tracks.ts';
import { readPlaylists } from '../../../src/lists/read-songs.ts';
import { openTrackCache } from '../../../src/lists/stored-tracks.ts';
import type { SongIndexJob } from '../../../src/services/song-index/song-index.ts';
import { useSpotify } from '../../../src/services/spotify.ts';
import { endOf } from '../../support/unit/latch.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { ITEM_REQUESTS, type OpenIndex, openIndex, READABLE } from './indexing.ts';

const network = useNetwork();

/** Opens a second tab, which begins to read just after the first one, and calls `onWait` where it waits. */
async function openTwoTabs(onWait: (other: SongIndexJob) => void) {
  const page = await openIndex(network, { isStored: true });
  const { index: other } = page.openPage();
  createRoot(() => {
    createEffect(() => {
      if (other.text().startsWith('Another tab reads your playlists.')) onWait(other);
    });
  });
  page.index.start();
  other.start();
  return { ...page, other };
}

test('of two tabs one reads; the other says so, waits, and shows the same songs', async () => {
  let waits = 0;
  const { stage, index, other, urls, asked } = await openTwoTabs(({ state }) => {
    waits += 1;
    expect(state()).toBe('running');
  });
  await stage.until(() => index.state() === 'done' && other.state() === 'done');
  expect(waits).toBe(1);
  expect(urls()).toHaveLength(ITEM_REQUESTS);
  // The liked songs have no version, so that their first page is read again after the last.
  expect(asked().liked).toBe(4);
  expect(other.songs()).toEqual(index.songs());
});

test('a tab that waits for another one can be stopped, and then asks for nothing', async () => {
  const { stage, index, other, urls } = await openTwoTabs(({ stop }) => stop());
  await stage.until(() => index.state() === 'done');
  expect(other.state()).toBe('stopped');
  expect(other.songs()).toEqual([]);
  expect(urls()).toHaveLength(ITEM_REQUESTS);
});

/** Gathers all songs as an export does, in another document of the same login. */
async function gatherForExport({ stage, database }: OpenIndex) {
  const { clock } = stage.browser;
  const { connection, here } = stage.onPage(() => {
    const { connection, owner } = useSpotify();
    return { connection, here: owner() };
  });
  const signal = new AbortController().signal;
  const playlists = await readPlaylists(connection, signal);
  if (!here) throw new Error('nobody is logged in');
  const stored = { database, owner: here };
  const kept = openTrackCache({ stored, clock, startedAt: clock.now() });
  const readable = playlists.filter(({ id }) => READABLE.some((each) => each.id === id));
  const source = { connection, kept, userId: DEMO_USER.id, faulty: new Set<string>() };
  await gatherTracks(readable, source, signal, () => undefined);
  await gatherLiked(source, signal, () => undefined);
}

test('an export after the index asks for no songs, and the index after an export for none', async () => {
  for (const isIndexFirst of [true, false]) {
    const page = await openIndex(network, { isStored: true });
    const { stage, index, urls, asked } = page;
    const read = async () => {
      index.start();
      await stage.until(() => index.state() === 'done');
    };
    const write = async () => {
      // The account, under which songs are stored, is known once a table was opened.
      void index.collection.open();
      await stage.until(() => index.unread() !== undefined);
      const gathering = endOf(gatherForExport(page));
      await stage.until(gathering);
    };
    await (isIndexFirst ? read() : write());
    expect(urls()).toHaveLength(ITEM_REQUESTS);
    const { liked } = asked();
    await (isIndexFirst ? write() : read());
    expect(urls()).toHaveLength(ITEM_REQUESTS);
    // The liked songs have no version: their first page tells an export whether they changed.
    expect(asked().liked - liked).toBe(isIndexFirst ? 1 : 0);
    network.resetHandlers();
  }
});
