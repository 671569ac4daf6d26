import { createRoot } from 'solid-js';
import { expect, onTestFinished, test } from 'vitest';
import { createCollection } from '../../../src/lists/collection.ts';
import { makeSpotifyClient } from '../../../src/spotify/client.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection, serveList } from '../../support/unit/playlist-list.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

const network = useNetwork();

test('a list that grows while it is read is read to its new end', async () => {
  const list = serveList(network, 100);
  const signal = new AbortController().signal;
  const ids: string[] = [];
  for await (const page of makeSpotifyClient(openConnection()).playlists([], signal)) {
    ids.push(...page.rows.map((row) => row.id));
    if (page.offset === 0) list.total = 230;
  }
  expect(ids).toHaveLength(230);
  expect(list.offsets).toEqual([0, 50, 100, 150, 200]);
});

test('a list that shrinks while it is read ends without a failure', async () => {
  const list = serveList(network, 200);
  const signal = new AbortController().signal;
  const ids: string[] = [];
  for await (const page of makeSpotifyClient(openConnection()).playlists([], signal)) {
    ids.push(...page.rows.map((row) => row.id));
    if (page.offset === 0) list.total = 60;
  }
  expect(ids).toHaveLength(60);
  expect(list.offsets).toHaveLength(4);
});

test('a list whose growth is told by the links alone is read to its new end', async () => {
  const list = serveList(network, 100);
  const signal = new AbortController().signal;
  const ids: string[] = [];
  for await (const page of makeSpotifyClient(openConnection()).playlists([], signal)) {
    ids.push(...page.rows.map((row) => row.id));
    if (page.offset === 0) Object.assign(list, { total: 230, told: { total: 100 } });
  }
  expect(new Set(ids).size).toBe(230);
  expect(list.offsets).toEqual([0, 50, 100, 150, 200]);
});

test.each([
  ['grows', 100, 230],
  ['shrinks', 230, 229],
])(
  'a table whose list %s while it is read shows the list as it is then',
  async (_, first, then) => {
    const list = serveList(network, first);
    const client = makeSpotifyClient(openConnection());
    const nothing = () => undefined;
    const cache = {
      peek: nothing,
      read: async () => ({}),
      write: nothing,
      writePartial: nothing,
    };
    const pages: typeof client.playlists = async function* (known, signal) {
      for await (const page of client.playlists(known, signal)) {
        yield page;
        list.total = then;
      }
    };
    const [collection, leave] = createRoot((end) => [
      createCollection({ clock: makeTestClock(), pages, keyOf: ({ id }) => id, cache }),
      end,
    ]);
    onTestFinished(leave);
    await collection.open();
    expect(collection.phase()).toBe('complete');
    expect(collection.rows()).toHaveLength(then);
    expect([collection.loaded(), collection.expected()]).toEqual([then, then]);
    expect(list.offsets.length).toBeLessThanOrEqual(14);
  },
);
