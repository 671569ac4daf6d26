import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { type DemoLibrary, demoLibrary, makeLibrary } from '../../../src/demo/music/data.ts';
import { personOf } from '../../../src/demo/music/owners.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, get, redeem } from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const library = makeLibrary({ playlists: 40, itemsPerPlaylist: 120 });
const own = idOf((each) => isOwn(each) && !each.collaborative);
const foreign = idOf((each) => !isOwn(each) && !each.collaborative);
const NO_PICTURE = { url: null };
const UNKNOWN = '0000000000000000000000';
const FORBIDDEN = { status: 403, body: { error: { status: 403, message: 'Forbidden' } } };
const NOT_FOUND = { status: 404, body: { error: { status: 404, message: 'Resource not found' } } };
const NO_SCOPE = {
  status: 403,
  body: { error: { status: 403, message: 'Insufficient client scope' } },
};

function isOwn({ owner }: WirePlaylist): boolean {
  return owner?.id === library.user.id;
}

function idOf(isIt: (playlist: WirePlaylist) => boolean, { playlists }: DemoLibrary = library) {
  return playlists.find((entry) => entry !== null && isIt(entry))?.id ?? '';
}

async function accessToken(scope?: string): Promise<string | undefined> {
  const code = scope === undefined ? await codeFor() : await codeFor({ scope });
  return (await redeem(code)).body.access_token;
}

test('entries come in pages that lead through the whole playlist', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const token = await accessToken();
  const rows: unknown[] = [];
  const totals: unknown[] = [];
  let path: string | undefined = `/v1/playlists/${own}/items?limit=50`;
  while (path !== undefined) {
    const { body } = await get(path, token);
    rows.push(...(body.items ?? []));
    totals.push(body.total);
    path = body.next?.replace(SPOTIFY_API, '');
  }
  expect(totals).toEqual([120, 120, 120]);
  expect(rows).toEqual(library.items(own));
});

test('entries come 20 a page where no limit is named', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const { body } = await get(`/v1/playlists/${own}/items`, await accessToken());
  expect(body.items).toHaveLength(20);
});

test.each(['0', '51', 'ten'])('the limit "%s" is refused for entries', async (limit) => {
  simulateSpotify(network, openBrowser(), { library });
  const answer = await get(`/v1/playlists/${own}/items?limit=${limit}`, await accessToken());
  expect(answer.body.error).toEqual({ status: 400, message: 'Invalid limit' });
});

test('the next page keeps what the first was asked for', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const query = 'limit=9&fields=next,items(item(name))&additional_types=track,episode';
  const { body } = await get(`/v1/playlists/${own}/items?${query}`, await accessToken());
  const { searchParams } = new URL(body.next ?? '');
  expect(Object.fromEntries(searchParams)).toEqual({
    offset: '9',
    limit: '9',
    fields: 'next,items(item(name))',
    additional_types: 'track,episode',
  });
});

test.each([
  ['items', [['item'], ['item'], ['item']]],
  ['tracks', [['track'], ['track'], ['track']]],
  ['mixed', [['item'], ['track'], ['item', 'track']]],
] as const)('entries of the dialect "%s" name their songs its way', async (dialect, names) => {
  simulateSpotify(network, openBrowser(), { dialect, library });
  const { body } = await get(`/v1/playlists/${own}/items?limit=3`, await accessToken());
  const rows: readonly unknown[] = body.items ?? [];
  expect(
    rows.map((row) => Object.keys(Object(row)).filter((name) => /^(item|track)$/.test(name))),
  ).toEqual(names);
});

test('only the owner and collaborators read the entries of a playlist', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const token = await accessToken();
  expect(await get(`/v1/playlists/${foreign}/items`, token)).toEqual(FORBIDDEN);
  const shared = idOf((each) => each.collaborative && !isOwn(each));
  expect((await get(`/v1/playlists/${shared}/items`, token)).status).toBe(200);
});

test('nobody reads the entries of an unknown playlist', async () => {
  simulateSpotify(network, openBrowser(), { library });
  expect(await get(`/v1/playlists/${UNKNOWN}/items`, await accessToken())).toEqual(NOT_FOUND);
});

test('entries of private and collaborative playlists need the scope for it', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const secret = idOf((each) => isOwn(each) && each.public === false && !each.collaborative);
  const shared = idOf((each) => each.collaborative);
  const shown = idOf((each) => isOwn(each) && each.public === true);
  const neither = await accessToken('user-library-read');
  expect((await get(`/v1/playlists/${shown}/items`, neither)).status).toBe(200);
  expect(await get(`/v1/playlists/${secret}/items`, neither)).toEqual(NO_SCOPE);
  expect(await get(`/v1/playlists/${shared}/items`, neither)).toEqual(NO_SCOPE);
  const both = await accessToken('playlist-read-private playlist-read-collaborative');
  expect((await get(`/v1/playlists/${secret}/items`, both)).status).toBe(200);
  expect((await get(`/v1/playlists/${shared}/items`, both)).status).toBe(200);
});

test('the older address is closed, except in the older dialect', async () => {
  simulateSpotify(network, openBrowser(), { library });
  expect(await get(`/v1/playlists/${own}/tracks`, await accessToken())).toEqual(FORBIDDEN);
  simulateSpotify(network, openBrowser(), { library, dialect: 'tracks' });
  const token = await accessToken();
  const { body } = await get(`/v1/playlists/${own}/tracks?limit=100`, token);
  const [first] = library.items(own);
  expect(body.items).toHaveLength(100);
  expect(body.items?.[0]).toMatchObject({ added_at: first?.added_at, track: first?.item });
  expect((await get(`/v1/playlists/${foreign}/tracks`, token)).status).toBe(200);
});

test('episodes are sent to those who ask for them, and as null to others', async () => {
  const demo = demoLibrary();
  simulateSpotify(network, openBrowser(), { library: demo });
  const token = await accessToken();
  const id = idOf(({ name }) => name === 'Everything, Ever', demo);
  const place = demo.items(id).findIndex(({ item }) => item?.type === 'episode');
  const path = `/v1/playlists/${id}/items?limit=1&offset=${place}`;
  const asked = await get(`${path}&additional_types=track,episode`, token);
  expect(asked.body.items).toMatchObject([{ item: { type: 'episode', show: {} } }]);
  expect((await get(path, token)).body.items).toMatchObject([{ item: null }]);
});

test.each([
  ['next,total', { next: null, total: 1 }],
  ['items(item(name))', { items: [{ item: { name: 'Porch' } }] }],
  ['items(item(name,show(name)))', { items: [{ item: { name: 'Porch' } }] }],
  ['items.item.name', { items: [{ item: { name: 'Porch' } }] }],
  ['items.item(name)', { items: [{ item: { name: 'Porch' } }] }],
  ['items(added_by(id,type))', { items: [{ added_by: { id: 'ada', type: 'user' } }] }],
  ['items( item( name ) ), total', { items: [{ item: { name: 'Porch' } }], total: 1 }],
  ['items(item.name),items(is_local)', { items: [{ item: { name: 'Porch' }, is_local: false }] }],
  ['items.video_thumbnail,items.video_thumbnail.no', { items: [{ video_thumbnail: NO_PICTURE }] }],
  ['items(item(album(name)))', { items: [{ item: { album: null } }] }],
  ['items(track(id,name))', { items: [{}] }],
  ['nothing,known', {}],
  ['total(of(all))', {}],
])('the fields "%s" are all that is sent', async (fields, expected) => {
  const [entry] = library.items(own);
  if (entry?.item?.type !== 'track') throw new Error('the playlist has no song');
  const item = { ...entry.item, name: 'Porch', album: null };
  const items = () => [{ ...entry, item, added_by: personOf('ada') }];
  simulateSpotify(network, openBrowser(), { library: { ...library, items } });
  const path = `/v1/playlists/${own}/items?fields=${encodeURIComponent(fields)}`;
  expect((await get(path, await accessToken())).body).toEqual(expected);
});

test.each(['items(item(name)', 'items)', 'items(', ',', 'a..b', '()'])(
  'the unreadable fields "%s" are refused',
  async (fields) => {
    simulateSpotify(network, openBrowser(), { library });
    const path = `/v1/playlists/${own}/items?fields=${encodeURIComponent(fields)}`;
    expect((await get(path, await accessToken())).status).toBe(400);
  },
);

test('faults spoil entries like everything else', async () => {
  const spotify = simulateSpotify(network, openBrowser(), { library });
  const token = await accessToken();
  spotify.faults.arm('evil-next', { on: 'items' });
  const { body } = await get(`/v1/playlists/${own}/items`, token);
  expect(body.next).toBe('https://evil.example/?offset=50');
  spotify.faults.arm('server-error-502', { on: 'items', offset: 50 });
  expect((await get(`/v1/playlists/${own}/items?offset=50`, token)).status).toBe(502);
});
