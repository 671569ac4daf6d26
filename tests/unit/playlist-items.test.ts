import { http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../src/config.ts';
import { demoLibrary } from '../../src/demo/data.ts';
import type { SimulatedSpotifyOptions } from '../../src/demo/simulated-spotify.ts';
import { ForbiddenError, UnexpectedAnswerError } from '../../src/spotify/errors.ts';
import { getPlaylistItemsPage } from '../../src/spotify/playlist-items.ts';
import { openBrowser } from '../support/unit/browser.ts';
import { useNetwork } from '../support/unit/network.ts';
import { openConnection } from '../support/unit/playlist-list.ts';
import { simulateSpotify } from '../support/unit/spotify.ts';
import { codeFor, redeem } from '../support/unit/spotify-requests.ts';
import { json } from '../support/unit/token-answers.ts';

const ITEMS = `${SPOTIFY_API}/v1/playlists/p1/items`;
const network = useNetwork();
const { signal } = new AbortController();

const TRACK = {
  type: 'track',
  id: 't1',
  uri: 'spotify:track:t1',
  name: 'A Song',
  duration_ms: 187_999,
  explicit: false,
  artists: [{ name: 'Ada' }, { name: 'Bob' }],
  album: { name: 'Tapes', release_date: '1973-03' },
  external_ids: { isrc: 'SEXXX7300001' },
  external_urls: { spotify: 'https://open.spotify.com/track/t1' },
};
const EPISODE = {
  type: 'episode',
  id: 'e1',
  uri: 'spotify:episode:e1',
  name: 'On Tape',
  duration_ms: 3_600_000,
  explicit: true,
  show: { name: 'Loops' },
  release_date: '2026-01-31',
  external_urls: { spotify: 'https://open.spotify.com/episode/e1' },
};
const LOCAL = {
  type: 'track',
  id: null,
  uri: 'spotify:local:Ada+%26+Bob:T%C3%A5pes:A+Song%2C+Twice:187',
  name: 'Named by Hand',
  duration_ms: 187_000,
  explicit: false,
  artists: [{ name: 'Cy' }],
  album: { name: 'Box', release_date: null },
  external_ids: {},
  external_urls: {},
};
const ENTRY = { added_at: '2026-08-01T10:00:00Z', added_by: { id: 'ada' }, is_local: false };
const GAP = {
  kind: 'unavailable',
  title: null,
  artists: [],
  album: null,
  durationMs: null,
  releaseDate: null,
  explicit: null,
  isrc: null,
  id: null,
  uri: null,
  spotifyUrl: null,
};

async function getPage(items: unknown, frame: object = {}, offset = 0) {
  const body = { items, limit: 50, next: null, offset, total: 1, ...frame };
  network.use(http.get(ITEMS, json(body)));
  return getPlaylistItemsPage(openConnection(), 'p1', offset, signal);
}

/** Parses a page with this one entry and gives its row. */
async function parse(entry: object) {
  return (await getPage([{ ...ENTRY, ...entry }])).rows[0];
}

test.each([
  ['item', { item: TRACK }],
  ['track', { track: TRACK }],
  ['both', { item: TRACK, track: TRACK }],
  ['both, of which item says nothing', { item: null, track: TRACK }],
])('a track that comes as %s', async (_, members) => {
  expect(await parse(members)).toEqual({
    position: 1,
    kind: 'track',
    title: 'A Song',
    artists: ['Ada', 'Bob'],
    album: 'Tapes',
    addedAt: '2026-08-01T10:00:00Z',
    addedBy: 'ada',
    durationMs: 187_999,
    releaseDate: '1973-03',
    explicit: false,
    isrc: 'SEXXX7300001',
    id: 't1',
    uri: 'spotify:track:t1',
    spotifyUrl: 'https://open.spotify.com/track/t1',
  });
});

test('an episode has its show for an album', async () => {
  expect(await parse({ item: EPISODE })).toMatchObject({
    kind: 'episode',
    title: 'On Tape',
    artists: [],
    album: 'Loops',
    releaseDate: '2026-01-31',
    id: 'e1',
    spotifyUrl: 'https://open.spotify.com/episode/e1',
  });
});

test('a local file has a URI, but neither ID nor link', async () => {
  expect(await parse({ is_local: true, item: { ...LOCAL, id: 'odd' } })).toMatchObject({
    kind: 'local',
    title: 'Named by Hand',
    artists: ['Cy'],
    album: 'Box',
    durationMs: 187_000,
    id: null,
    uri: LOCAL.uri,
    spotifyUrl: null,
  });
});

test('what a local file lacks is read from its URI', async () => {
  const bare = { ...LOCAL, name: '', artists: [{ name: '' }], album: { name: '' } };
  expect(await parse({ is_local: undefined, item: bare })).toMatchObject({
    kind: 'local',
    title: 'A Song, Twice',
    artists: ['Ada & Bob'],
    album: 'Tåpes',
  });
  expect(await parse({ item: { ...bare, uri: 'spotify:local:::100%+Off:9' } })).toMatchObject({
    kind: 'local',
    title: '100% Off',
    artists: [],
    album: null,
  });
});

test.each([
  ['null', { item: null }],
  ['null in the old dialect', { track: null }],
  ['of another shape', { item: 'odd' }],
  ['without anything in it', { item: { ...TRACK, id: null, uri: null, name: '' } }],
])('an entry whose content is %s is unavailable', async (_, members) => {
  const entry = { ...members, added_by: { id: '' } };
  const added = { position: 1, addedAt: ENTRY.added_at, addedBy: null };
  expect(await parse(entry)).toEqual({ ...added, ...GAP });
});

test.each([
  ['no artists', { artists: [] }, { artists: [] }],
  ['artists of null', { artists: null }, { artists: [] }],
  ['an odd artist', { artists: [null, { name: null }, { name: 'Ada' }] }, { artists: ['Ada'] }],
  ['no album', { album: null }, { album: null, releaseDate: null }],
  ['an album without a name', { album: { name: '' } }, { album: null }],
  ['no length', { duration_ms: null }, { durationMs: null }],
  ['a length below nothing', { duration_ms: -1 }, { durationMs: null }],
  ['a length of nothing', { duration_ms: 0 }, { durationMs: 0 }],
  ['no name', { name: '' }, { title: null, id: 't1' }],
  ['markup as name', { name: '<img src=x>' }, { title: '<img src=x>' }],
  ['explicit in words', { explicit: 'no' }, { explicit: null }],
  ['no ISRC', { external_ids: undefined }, { isrc: null }],
  ['a year', { album: { release_date: '1973' } }, { releaseDate: '1973' }],
  ['an unknown year', { album: { release_date: '0000' } }, { releaseDate: null }],
  ['words as date', { album: { release_date: 'soon' } }, { releaseDate: null }],
  ['no links', { external_urls: undefined }, { spotifyUrl: 'https://open.spotify.com/track/t1' }],
  ['a country that lacks it', { is_playable: false }, { kind: 'track', title: 'A Song' }],
  ['no type', { type: undefined }, { kind: 'track' }],
  ['no type, an episode', { type: null, uri: 'spotify:episode:t1' }, { kind: 'episode' }],
])('a track with %s keeps its row', async (_, members, expected) => {
  const row = await parse({ item: { ...TRACK, ...members } });
  expect(row).toMatchObject({ uri: expect.stringContaining('t1'), ...expected });
});

test.each([
  ['javascript:alert(1)'],
  ['https://open.spotify.com.evil.example/track/1'],
  ['http://open.spotify.com/track/t1'],
  ['//open.spotify.com/track/t1'],
])('the link %s is not followed', async (spotify) => {
  const row = await parse({ item: { ...TRACK, id: 't/1', external_urls: { spotify } } });
  expect(row?.spotifyUrl).toBe('https://open.spotify.com/track/t%2F1');
});

test.each([
  ['null', null],
  ['words', 'yesterday'],
  ['a number', 7],
])('a date of %s is unknown', async (_, added_at) => {
  expect(await parse({ added_at, added_by: null, item: TRACK })).toMatchObject({
    addedAt: null,
    addedBy: null,
    title: 'A Song',
  });
});

test('positions count every entry, gaps and unreadable ones too', async () => {
  const items = [{ ...ENTRY, item: null }, null, 'odd', { ...ENTRY, item: TRACK }];
  const page = await getPage(items, { total: 104, next: `${ITEMS}?offset=104` }, 100);
  expect(page.rows.map(({ position, kind }) => [position, kind])).toEqual([
    [101, 'unavailable'],
    [102, 'unavailable'],
    [103, 'unavailable'],
    [104, 'track'],
  ]);
  expect(page).toMatchObject({ offset: 100, limit: 50, total: 104, entries: 4, hasNext: true });
});

test('an empty playlist is a page without rows', async () => {
  expect(await getPage([], { total: 0 })).toMatchObject({ rows: [], entries: 0, hasNext: false });
});

test('a page whose entries have lost their contents is refused', async () => {
  await expect(getPage([ENTRY, ENTRY], { total: 2 })).rejects.toThrow(UnexpectedAnswerError);
});

test.each([
  ['no items', { items: undefined }],
  ['items of null', { items: null }],
])('an answer with %s is Spotify not giving them', async (_, frame) => {
  await expect(getPage([], frame)).rejects.toThrow(ForbiddenError);
});

test.each([
  ['items of another shape', { items: 'odd' }],
  ['no total', { total: undefined }],
  ['neither items nor a total', { items: undefined, total: undefined }],
  ['a next page elsewhere', { next: 'https://evil.example/' }],
])('an answer with %s is refused', async (_, frame) => {
  await expect(getPage([], frame)).rejects.toThrow(UnexpectedAnswerError);
});

test('somebody else’s playlist is refused by Spotify', async () => {
  network.use(http.get(ITEMS, json({ error: { status: 403, message: 'Forbidden' } }, 403)));
  const page = getPlaylistItemsPage(openConnection(), 'p1', 0, signal);
  await expect(page).rejects.toThrow(ForbiddenError);
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
