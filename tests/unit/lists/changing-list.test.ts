import { expect, test } from 'vitest';
import { makeSpotifyClient } from '../../../src/spotify/client.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection, serveList } from '../../support/unit/playlist-list.ts';

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

test.each([
  ['the links', { total: 100 }],
  ['the count', { next: null }],
])('a list whose growth is told by %s alone is read to its new end', async (_, told) => {
  const list = serveList(network, 100);
  const signal = new AbortController().signal;
  const ids: string[] = [];
  for await (const page of makeSpotifyClient(openConnection()).playlists([], signal)) {
    ids.push(...page.rows.map((row) => row.id));
    if (page.offset === 0) Object.assign(list, { total: 230, told });
  }
  expect(new Set(ids).size).toBe(230);
  expect(list.offsets).toEqual([0, 50, 100, 150, 200]);
});
