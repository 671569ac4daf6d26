import { expect, test } from 'vitest';
import { useNetwork } from '../../support/unit/network.ts';
import { ENTRY, getPage, TRACK } from './wire-items.ts';

const network = useNetwork();

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
  coverUrl: null,
};

/** Parses a page with this one entry and gives its row. */
async function parse(entry: object) {
  return (await getPage(network, [{ ...ENTRY, ...entry }])).rows[0];
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
    coverUrl: 'https://i.scdn.co/image/64',
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

/** An image of this width, on one of Spotify's image hosts. */
const image = (width: number | null, url = `https://i.scdn.co/image/${width}`) => ({ url, width });

test.each([
  ['the smallest of at least 64 px', [image(640), image(300), image(64)], 64],
  ['the smallest, in any order', [image(64), image(640), image(300)], 64],
  ['none below 64 px', [image(640), image(300), image(60)], 300],
  ['one below 64 px where there is no other', [image(32)], 32],
  ['the last of unknown width', [image(null), image(null, 'https://i.scdn.co/image/last')], 'last'],
  ['a known width before an unknown one', [image(300), image(null)], 300],
  [
    'the next one where the smallest is elsewhere',
    [image(300), image(64, 'https://a.example/')],
    300,
  ],
])('the cover of a track: %s', async (_, images, expected) => {
  const row = await parse({ item: { ...TRACK, album: { ...TRACK.album, images } } });
  expect(row?.coverUrl).toBe(`https://i.scdn.co/image/${expected}`);
});

test.each([
  ['none', []],
  ['null', null],
  ['odd ones', [null, 7, { url: 7, width: 64 }]],
  ['one without https', [image(64, 'http://i.scdn.co/image/64')]],
  ['one on another host', [image(64, 'https://i.scdn.co.evil.example/64')]],
  ['one with a user', [image(64, 'https://u@i.scdn.co/64')]],
  ['data', [image(64, 'data:image/png;base64,AAAA')]],
])('a track whose images are %s has no cover', async (_, images) => {
  const row = await parse({ item: { ...TRACK, album: { ...TRACK.album, images } } });
  expect(row).toMatchObject({ title: 'A Song', coverUrl: null });
});

test('an episode has a cover of its own', async () => {
  const row = await parse({ item: { ...EPISODE, images: [image(640), image(64)] } });
  expect(row).toMatchObject({ kind: 'episode', coverUrl: 'https://i.scdn.co/image/64' });
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
  ['a length without end', { duration_ms: 1e308 }, { durationMs: null }],
  ['a length of half a ms', { duration_ms: 0.5 }, { durationMs: null }],
  ['the longest length', { duration_ms: 1e9 }, { durationMs: 1e9 }],
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
  ['blob:https://open.spotify.com/track/t1'],
  ['https://x@open.spotify.com/track/t1'],
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

test.each([
  ['is_playable: false', { is_playable: false }, false],
  ['restrictions', { restrictions: { reason: 'market' } }, false],
  ['is_playable: true', { is_playable: true }, undefined],
  ['neither', {}, undefined],
])('a track with %s is playable, or not, or nobody says', async (_, members, expected) => {
  const row = await parse({ item: { ...TRACK, ...members } });
  expect(row?.isPlayable).toBe(expected);
  expect(row?.kind).toBe('track');
});
