import { expect, test } from 'vitest';
import { demoLibrary } from '../../../src/demo/music/data.ts';
import type { Dialect } from '../../../src/demo/web-api/dialect.ts';
import { type SavedKind, savedSearch } from '../../../src/library/saved.ts';
import { searchRows } from '../../../src/library/search.ts';
import type { Page } from '../../../src/spotify/paging.ts';
import { savedItemOf, savedPages } from '../../../src/spotify/saved.ts';
import { ROWS } from '../../../src/storage/row-shapes.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, redeem, SCOPE } from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const library = demoLibrary();
const { signal } = new AbortController();
const KINDS: readonly SavedKind[] = ['album', 'show', 'episode', 'audiobook'];
const WITH_EPISODES = `${SCOPE} user-read-playback-position`;

/** Reads everything of a kind from a simulated Spotify. */
async function readAll(kind: SavedKind, dialect: Dialect = 'items', scope = WITH_EPISODES) {
  const spotify = simulateSpotify(network, openBrowser(), { library, dialect });
  const { access_token } = (await redeem(await codeFor({ scope }))).body;
  const headers = { Authorization: `Bearer ${access_token}` };
  const connection = openConnection({ fetch: (url, init) => fetch(url, { ...init, headers }) });
  const pages: Page<ReturnType<typeof savedItemOf>>[] = [];
  for await (const page of savedPages(connection, kind)([], signal)) pages.push(page);
  const rows = pages.toSorted((a, b) => a.offset - b.offset).flatMap((page) => page.rows);
  return { rows, total: pages[0]?.total, requests: spotify.requests.length };
}

test.each([
  ['album', 120, 119],
  ['show', 14, 14],
  ['episode', 78, 77],
  ['audiobook', 9, 8],
] as const)('each saved %s has its row, a removed one none', async (kind, total, count) => {
  const read = await readAll(kind);
  expect([read.total, read.rows.length]).toEqual([total, count]);
  const names = read.rows.map((row) => row?.name ?? '');
  expect(names.every((name) => name !== '')).toBe(true);
  expect(new Set(read.rows.map((row) => row?.id)).size).toBe(count);
  const places = read.rows.map((row) => row?.position ?? 0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(ROWS.saved.areRows(read.rows)).toBe(true);
});

test.each(['tracks', 'mixed'] as const)('older apps get the same rows (%s)', async (dialect) => {
  for (const kind of KINDS) {
    const [newer, older] = [await readAll(kind), await readAll(kind, dialect)];
    const namesOf = ({ rows }: typeof newer) => rows.map((row) => row?.name);
    expect(namesOf(older)).toEqual(namesOf(newer));
  }
  const { rows } = await readAll('show', dialect);
  expect(rows.some((row) => (row?.people.length ?? 0) > 0)).toBe(true);
  const books = (await readAll('audiobook', dialect)).rows;
  expect(books.some((row) => row?.addedAt != null)).toBe(true);
});

test('episodes alone need a scope of their own', async () => {
  await expect(readAll('episode', 'items', SCOPE)).rejects.toMatchObject({
    kind: 'insufficient-scope',
  });
  expect((await readAll('album', 'items', SCOPE)).rows).toHaveLength(119);
});

const SHOW = { id: 's1', name: 'A Show', total_episodes: 7 };

test.each<[string, unknown, object | undefined]>([
  ['a whole one', { added_at: '2026-01-31T08:00:00Z', show: SHOW }, { name: 'A Show', total: 7 }],
  ['without a wrapper', SHOW, { name: 'A Show', addedAt: null }],
  ['no time', { added_at: '1970-01-01T00:00:00Z', show: SHOW }, { addedAt: null }],
  ['odd members', { show: { ...SHOW, name: 7, total_episodes: -1 } }, { name: '', total: null }],
  [
    'a foreign link',
    { show: { ...SHOW, external_urls: { spotify: 'javascript:1' } } },
    {
      spotifyUrl: 'https://open.spotify.com/show/s1',
    },
  ],
  [
    'a foreign cover',
    { show: { ...SHOW, images: [{ url: 'https://evil.example/a' }] } },
    {
      coverUrl: null,
    },
  ],
  ['a publisher', { show: { ...SHOW, publisher: 'Ada' } }, { people: ['Ada'] }],
  ['no id', { show: { name: 'A Show' } }, undefined],
  ['nothing in it', { added_at: '2026-01-31T08:00:00Z', show: null }, undefined],
  ['null', null, undefined],
  ['a text', 'odd', undefined],
])('a show with %s', (_, entry, expected) => {
  const row = savedItemOf(entry, 'show', 1);
  if (expected === undefined) expect(row).toBeUndefined();
  else expect(row).toMatchObject(expected);
});

test.each<[SavedKind, string, (count: number) => boolean]>([
  ['album', 'by:"glass cart"', (count) => count > 0],
  ['album', 'released:1990..1999', (count) => count > 0 && count < 60],
  ['album', 'saved:2026', (count) => count > 5 && count < 60],
  ['episode', 'show:ferry', (count) => count === 6],
  ['episode', 'explicit:yes', (count) => count > 0 && count < 40],
  ['audiobook', 'by:brandt', (count) => count === 2],
  ['show', 'hallway', (count) => count === 1],
])('of the kind %s, %s finds what it says', async (kind, query, isRight) => {
  const rows = (await readAll(kind)).rows.flatMap((row) => row ?? []);
  const found = searchRows(rows, query, savedSearch(kind));
  expect(isRight(found.length), `${found.length}`).toBe(true);
});
