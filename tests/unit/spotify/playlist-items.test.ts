import { http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { demoLibrary } from '../../../src/demo/music/data.ts';
import type { SimulatedSpotifyOptions } from '../../../src/demo/simulated-spotify.ts';
import { getPlaylistItemsPage } from '../../../src/spotify/playlist-items.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, redeem } from '../../support/unit/spotify-requests.ts';
import { json } from '../../support/unit/token-answers.ts';
import { ENTRY, getPage, ITEMS, TRACK } from './wire-items.ts';

const network = useNetwork();
const { signal } = new AbortController();

test('positions count every entry, gaps and unreadable ones too', async () => {
  const items = [{ ...ENTRY, item: null }, null, 'odd', { ...ENTRY, item: TRACK }];
  const page = await getPage(network, items, { total: 104, next: `${ITEMS}?offset=104` }, 100);
  expect(page.rows.map(({ position, kind }) => [position, kind])).toEqual([
    [101, 'unavailable'],
    [102, 'unavailable'],
    [103, 'unavailable'],
    [104, 'track'],
  ]);
  expect(page).toMatchObject({ offset: 100, limit: 50, total: 104, entries: 4, hasNext: true });
});

test('an empty playlist is a page without rows', async () => {
  expect(await getPage(network, [], { total: 0 })).toMatchObject({
    rows: [],
    entries: 0,
    hasNext: false,
  });
});

test('a page whose entries have lost their contents is refused', async () => {
  await expect(getPage(network, [ENTRY, ENTRY], { total: 2 })).rejects.toMatchObject({
    kind: 'unexpected-answer',
  });
});

test.each([
  ['no items', { items: undefined }],
  ['items of null', { items: null }],
])('an answer with %s is Spotify not giving them', async (_, frame) => {
  await expect(getPage(network, [], frame)).rejects.toMatchObject({ kind: 'forbidden' });
});

test.each([
  ['items of another shape', { items: 'odd' }],
  ['no total', { total: undefined }],
  ['neither items nor a total', { items: undefined, total: undefined }],
  ['a next page elsewhere', { next: 'https://evil.example/' }],
])('an answer with %s is refused', async (_, frame) => {
  await expect(getPage(network, [], frame)).rejects.toMatchObject({ kind: 'unexpected-answer' });
});

test('somebody else’s playlist is refused by Spotify', async () => {
  network.use(http.get(ITEMS, json({ error: { status: 403, message: 'Forbidden' } }, 403)));
  const page = getPlaylistItemsPage(openConnection(), 'p1', 0, signal);
  await expect(page).rejects.toMatchObject({ kind: 'forbidden' });
});

test('both dialects, episodes and the frame are asked for, 50 at a time', async () => {
  const asked: URL[] = [];
  const answer = ({ request }: { readonly request: Request }) => {
    asked.push(new URL(request.url));
    return Response.json({ items: [], limit: 50, next: null, total: 0 });
  };
  network.use(http.get(`${SPOTIFY_API}/v1/playlists/:id/items`, answer));
  await getPlaylistItemsPage(openConnection(), 'a/../b', 150, signal);
  expect(asked[0]?.pathname).toBe('/v1/playlists/a%2F..%2Fb/items');
  const { fields, ...others } = Object.fromEntries(asked[0]?.searchParams ?? []);
  expect(others).toEqual({ limit: '50', offset: '150', additional_types: 'track,episode' });
  expect(fields).toContain('album(name,release_date,images(');
  expect(fields).toMatch(/^total,limit,next,offset,items\(.*\bitem\(.*\btrack\(/);
});

/** A connection to a simulated Spotify, with an access token of its own. */
async function connectTo(options: Partial<SimulatedSpotifyOptions>) {
  simulateSpotify(network, openBrowser(), options);
  const { access_token } = (await redeem(await codeFor())).body;
  const headers = { Authorization: `Bearer ${access_token}` };
  return openConnection({ fetch: (url, init) => fetch(url, { ...init, headers }) });
}

test.each(['items', 'tracks', 'mixed'] as const)(
  'every irregular entry of the demo has its row (dialect "%s")',
  async (dialect) => {
    const library = demoLibrary();
    const id = library.playlists.find((entry) => entry?.name === 'Everything, Ever')?.id ?? '';
    const connection = await connectTo({ library, dialect });
    const { rows, total } = await getPlaylistItemsPage(connection, id, 0, signal);
    expect(total).toBe(library.items(id).length);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ title }) => title ?? '')).toEqual(
      library
        .items(id)
        .slice(0, 50)
        .map(({ item }) => item?.name ?? ''),
    );
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['track', 'episode', 'local', 'unavailable']),
    );
    for (const { spotifyUrl } of rows)
      expect(spotifyUrl ?? 'https://open.spotify.com/').toMatch(/^https:\/\/open\.spotify\.com\//);
  },
);
