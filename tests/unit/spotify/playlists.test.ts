import { http } from 'msw';
import { expect, test } from 'vitest';
import { getPlaylistsPage } from '../../../src/spotify/playlists.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection, PLAYLISTS } from '../../support/unit/playlist-list.ts';
import { json } from '../../support/unit/token-answers.ts';
import { SPOTIFY_URL, WIRE_PLAYLIST } from './wire-playlist.ts';

const network = useNetwork();
const { signal } = new AbortController();

async function parsePage(items: unknown, frame: object = {}) {
  const body = {
    href: PLAYLISTS,
    items,
    limit: 50,
    next: null,
    offset: 0,
    previous: null,
    total: 1,
  };
  network.use(http.get(PLAYLISTS, json({ ...body, ...frame })));
  return getPlaylistsPage(openConnection(), 0, signal);
}

/** Parses a page with this one entry and gives its row. */
async function parse(entry: unknown) {
  const body = { items: [entry], limit: 50, next: null, total: 1 };
  network.use(http.get(PLAYLISTS, json(body)));
  const page = await getPlaylistsPage(openConnection(), 0, signal);
  return page.rows[0];
}

test('an ordinary playlist becomes a row', async () => {
  expect(await parse(WIRE_PLAYLIST)).toEqual({
    id: WIRE_PLAYLIST.id,
    name: 'Morning Coffee',
    description: null,
    owner: 'Ada',
    ownerId: 'ada',
    tracksTotal: 9,
    visibility: 'public',
    snapshotId: 'AAAAC',
    spotifyUrl: SPOTIFY_URL,
    coverUrl: 'https://mosaic.scdn.co/60/ab67',
  });
});

test.each([
  ['the new dialect', { items: { href: '', total: 9 } }, 9],
  ['the old dialect', { items: undefined, tracks: { href: '', total: 9 } }, 9],
  ['both dialects', { items: { total: 9 }, tracks: { total: 9 } }, 9],
  ['both, of which the new says nothing', { items: null, tracks: { total: 9 } }, 9],
  ['an empty playlist', { items: { total: 0 } }, 0],
  ['an empty playlist of the old dialect', { items: undefined, tracks: { total: 0 } }, 0],
  ['no contents at all', { items: undefined }, null],
  ['contents of null', { items: null }, null],
  ['contents without a count', { items: { href: '' } }, null],
  ['a count of null', { items: { total: null } }, null],
  ['a count of null in the old dialect', { items: undefined, tracks: { total: null } }, null],
  ['a count in words', { items: { total: 'nine' } }, null],
  ['contents of another shape', { items: [] }, null],
  ['a count below nothing', { items: { total: -3 } }, null],
  ['half a track', { items: { total: 1.5 } }, null],
  ['more than anybody can count', { items: { total: 1e308 } }, null],
  ['a number of the new dialect that is none', { items: { total: -3 }, tracks: { total: 9 } }, 9],
])('with %s the count is %s', async (_, members, tracksTotal) => {
  expect(await parse({ ...WIRE_PLAYLIST, ...members })).toMatchObject({
    id: WIRE_PLAYLIST.id,
    tracksTotal,
  });
});

test.each([
  ['no owner', { owner: null }, { owner: null, ownerId: null }],
  ['a missing owner', { owner: undefined }, { owner: null, ownerId: null }],
  [
    'an owner without a display name',
    { owner: { id: 'ada', display_name: null } },
    { owner: 'ada', ownerId: 'ada' },
  ],
  [
    'an owner with an empty name',
    { owner: { id: 'ada', display_name: '' } },
    { owner: 'ada', ownerId: 'ada' },
  ],
  ['an owner without an id', { owner: { display_name: 'Ada' } }, { owner: 'Ada', ownerId: null }],
  ['an owner that is a word', { owner: 'ada' }, { owner: null }],
  ['no name', { name: null }, { name: '' }],
  ['a number as name', { name: 7 }, { name: '' }],
  [
    'markup as name',
    { name: '<img src=x onerror=alert(1)>' },
    { name: '<img src=x onerror=alert(1)>' },
  ],
  ['images of null', { images: null }, { coverUrl: null }],
  ['no images', { images: [] }, { coverUrl: null }],
  ['an image without an address', { images: [{ height: 60 }] }, { coverUrl: null }],
  [
    'an image of unknown size',
    { images: [{ url: 'https://image-cdn-ak.spotifycdn.com/image/a', height: null, width: null }] },
    { coverUrl: 'https://image-cdn-ak.spotifycdn.com/image/a' },
  ],
  ['a description of null', { description: null }, { name: 'Morning Coffee' }],
  ['public of null', { public: null }, { visibility: 'unknown' }],
  ['public missing', { public: undefined }, { visibility: 'unknown' }],
  ['public in words', { public: 'yes' }, { visibility: 'unknown' }],
  ['public false', { public: false }, { visibility: 'private' }],
  [
    'several people who edit it',
    { collaborative: true, public: false },
    { visibility: 'collaborative' },
  ],
  ['collaborative of null', { collaborative: null }, { visibility: 'public' }],
])('a playlist with %s keeps its row', async (_, members, expected) => {
  expect(await parse({ ...WIRE_PLAYLIST, ...members })).toMatchObject({
    id: WIRE_PLAYLIST.id,
    ...expected,
  });
});

test('entries that are null or have no id are skipped, but counted as places in the list', async () => {
  const items = [
    null,
    WIRE_PLAYLIST,
    { ...WIRE_PLAYLIST, id: null },
    { ...WIRE_PLAYLIST, id: '' },
    'odd',
    WIRE_PLAYLIST,
    null,
  ];
  const page = await parsePage(items, {
    total: 57,
    next: `${PLAYLISTS}?offset=7&limit=7`,
    limit: 7,
  });
  expect(page.rows).toHaveLength(2);
  expect(page).toMatchObject({ entries: 7, total: 57, limit: 7, hasNext: true, offset: 0 });
});

test.each([
  ['no list of entries', { items: null }],
  ['no total', { total: undefined }],
  ['a negative total', { total: -1 }],
  ['half a playlist as total', { total: 1.5 }],
])('a page with %s is refused', async (_, frame) => {
  await expect(parsePage([WIRE_PLAYLIST], frame)).rejects.toMatchObject({
    kind: 'unexpected-answer',
  });
});
