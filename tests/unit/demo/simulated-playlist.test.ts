import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, get, redeem } from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const library = makeLibrary({ playlists: 40, itemsPerPlaylist: 120 });
const own = playlistOf((each) => isOwn(each) && !each.collaborative);
const foreign = playlistOf((each) => !isOwn(each) && !each.collaborative && 'items' in each);
const EDITORIAL = '37i9dQZF1DX0XUsuxWHRQd';
const NOT_FOUND = { status: 404, body: { error: { status: 404, message: 'Resource not found' } } };

function isOwn({ owner }: WirePlaylist): boolean {
  return owner?.id === library.user.id;
}

function playlistOf(isIt: (playlist: WirePlaylist) => boolean): WirePlaylist {
  const found = library.playlists.find((entry) => entry !== null && isIt(entry));
  if (!found) throw new Error('no such playlist was made up');
  return found;
}

async function accessToken(): Promise<string | undefined> {
  return (await redeem(await codeFor())).body.access_token;
}

test('a playlist of one’s own comes with its first hundred entries', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const token = await accessToken();
  const address = `${SPOTIFY_API}/v1/playlists/${own.id}/items`;
  const next = `${address}?offset=100&limit=50`;
  expect(await get(`/v1/playlists/${own.id}`, token)).toEqual({
    status: 200,
    body: {
      ...own,
      items: {
        href: `${address}?offset=0&limit=100`,
        limit: 100,
        next,
        offset: 0,
        previous: null,
        total: 120,
        items: library.items(own.id).slice(0, 100),
      },
    },
  });
  const rest = await get(next.replace(SPOTIFY_API, ''), token);
  expect(rest.body.items).toEqual(library.items(own.id).slice(100));
});

test('a playlist of somebody else comes without contents', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const { items: _, ...others } = foreign;
  const { body } = await get(`/v1/playlists/${foreign.id}`, await accessToken());
  expect(body).toEqual(others);
});

test('a collaborative playlist comes with its contents', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const shared = playlistOf((each) => each.collaborative && !isOwn(each));
  const { body } = await get(`/v1/playlists/${shared.id}`, await accessToken());
  expect(body).toMatchObject({ items: { total: shared.items?.total } });
});

test('in the older dialect every playlist comes with its "tracks"', async () => {
  simulateSpotify(network, openBrowser(), { library, dialect: 'tracks' });
  const token = await accessToken();
  for (const { id } of [own, foreign]) {
    const { body } = await get(`/v1/playlists/${id}`, token);
    const [first] = library.items(id);
    expect(body).not.toHaveProperty('items');
    expect(body).toMatchObject({ tracks: { items: expect.anything() } });
    expect(body).toHaveProperty('tracks.items.0.track', first?.item);
  }
});

test('in the mixed dialect contents have the names that the list gives them', async () => {
  simulateSpotify(network, openBrowser(), { library, dialect: 'mixed' });
  const token = await accessToken();
  const listed = (await get('/v1/me/playlists?limit=50', token)).body.items ?? [];
  const mine = listed.filter((entry) => entry !== null).filter(isOwn);
  const names = ({ items, tracks }: object & Partial<Record<'items' | 'tracks', unknown>>) =>
    [items && 'items', tracks && 'tracks'].join(' ');
  const opened: string[] = [];
  for (const { id } of mine) opened.push(names((await get(`/v1/playlists/${id}`, token)).body));
  expect(opened).toEqual(mine.map(names));
  expect(new Set(opened)).toEqual(new Set(['items ', ' tracks', 'items tracks']));
});

test.each([
  ['snapshot_id', { snapshot_id: own.snapshot_id }],
  ['items(total)', { items: { total: 120 } }],
  ['owner.id,name', { owner: { id: own.owner?.id }, name: own.name }],
  ['owner(id),owner.type', { owner: { id: own.owner?.id, type: 'user' } }],
  ['owner.id,owner', { owner: own.owner }],
  ['tracks(total)', {}],
])('the fields "%s" of a playlist are all that is sent', async (fields, expected) => {
  simulateSpotify(network, openBrowser(), { library });
  const { body } = await get(`/v1/playlists/${own.id}?fields=${fields}`, await accessToken());
  expect(body).toEqual(expected);
});

test('unknown playlists and Spotify’s own are not found', async () => {
  const editorial = { ...own, id: EDITORIAL };
  simulateSpotify(network, openBrowser(), { library: { ...library, playlists: [editorial] } });
  const token = await accessToken();
  expect(await get('/v1/playlists/0000000000000000000000', token)).toEqual(NOT_FOUND);
  expect(await get(`/v1/playlists/${EDITORIAL}`, token)).toEqual(NOT_FOUND);
});

test('a library of lists alone gets contents made up', async () => {
  const { user, playlists } = library;
  simulateSpotify(network, openBrowser(), { library: { user, playlists } });
  const { body } = await get(`/v1/playlists/${own.id}`, await accessToken());
  expect(body).toMatchObject({ items: { total: 120 } });
});

test('a fault can be armed for playlists that are opened', async () => {
  const spotify = simulateSpotify(network, openBrowser(), { library });
  const token = await accessToken();
  spotify.faults.arm('forbidden', { on: 'playlist' });
  expect((await get(`/v1/playlists/${own.id}`, token)).status).toBe(403);
  expect((await get(`/v1/playlists/${own.id}`, token)).status).toBe(200);
});

test.each(['', '/items'])('a page may ask for playlists%s before it does', async (rest) => {
  simulateSpotify(network, openBrowser(), { library });
  const answer = await fetch(`${SPOTIFY_API}/v1/playlists/${own.id}${rest}`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://liner.example' },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://liner.example');
});
