import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { demoLibrary, makeLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import {
  codeFor,
  get,
  redeem,
  SCOPE,
  type SpotifyAnswer,
} from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const HOUR = 3_600_000;

/** Every playlist listed to someone who agreed to these scopes. */
async function playlistsListedWith(scope: string | undefined): Promise<readonly WirePlaylist[]> {
  const { body: login } = await redeem(await codeFor({ scope }));
  const listed: WirePlaylist[] = [];
  for (const offset of [0, 50, 100]) {
    const { body } = await get(`/v1/me/playlists?limit=50&offset=${offset}`, login.access_token);
    listed.push(...(body.items ?? []).filter((entry) => entry !== null));
  }
  return listed;
}

test('an access token works for an hour, and then gets 401', async () => {
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const { body: login } = await redeem(await codeFor());
  browser.clock.advance(HOUR - 1);
  expect((await get('/v1/me', login.access_token)).status).toBe(200);
  browser.clock.advance(1);
  expect(await get('/v1/me', login.access_token)).toEqual({
    status: 401,
    body: { error: { status: 401, message: 'Missing/invalid/expired access token' } },
  });
});

test('an access token that nobody issued gets 401', async () => {
  simulateSpotify(network, openBrowser());
  expect((await get('/v1/me', 'BQmade-up')).status).toBe(401);
});

test('private and collaborative playlists are listed only where that was agreed to', async () => {
  simulateSpotify(network, openBrowser(), { library: demoLibrary() });
  const publicOnly = await playlistsListedWith(undefined);
  expect(publicOnly.length).toBeGreaterThan(0);
  expect(publicOnly.every((playlist) => playlist.public === true)).toBe(true);
  const privateToo = await playlistsListedWith('playlist-read-private');
  expect(privateToo.some((playlist) => playlist.public === false)).toBe(true);
  expect(privateToo.some(({ collaborative }) => collaborative)).toBe(false);
  expect(await playlistsListedWith(SCOPE)).toHaveLength(141);
});

test('playlists come in pages that lead through all 143 entries and back', async () => {
  simulateSpotify(network, openBrowser(), { library: demoLibrary() });
  const { body: login } = await redeem(await codeFor());
  const pages: SpotifyAnswer['body'][] = [];
  let path: string | undefined = '/v1/me/playlists?limit=50';
  while (path !== undefined) {
    const { body } = await get(path, login.access_token);
    pages.push(body);
    path = body.next?.replace(SPOTIFY_API, '');
  }
  expect(pages.map(({ items, total }) => [items?.length, total])).toEqual([
    [50, 143],
    [50, 143],
    [43, 143],
  ]);
  expect(pages.map(({ previous }) => previous)).toEqual([
    null,
    'https://api.spotify.com/v1/me/playlists?offset=0&limit=50',
    'https://api.spotify.com/v1/me/playlists?offset=50&limit=50',
  ]);
});

test('playlists come 20 a page where no limit is named', async () => {
  simulateSpotify(network, openBrowser(), { library: demoLibrary() });
  const { body: login } = await redeem(await codeFor());
  const { body } = await get('/v1/me/playlists', login.access_token);
  expect(body.items).toHaveLength(20);
});

test.each(['0', '51', '-1', 'ten', ''])('the limit "%s" is refused', async (limit) => {
  simulateSpotify(network, openBrowser());
  const { body: login } = await redeem(await codeFor());
  expect(await get(`/v1/me/playlists?limit=${limit}`, login.access_token)).toEqual({
    status: 400,
    body: { error: { status: 400, message: 'Invalid limit' } },
  });
});

test.each([
  ['items', [true, false]],
  ['tracks', [false, true]],
] as const)('songs are counted under "%s" in that dialect', async (dialect, expected) => {
  simulateSpotify(network, openBrowser(), { dialect, library: demoLibrary() });
  const { body: login } = await redeem(await codeFor());
  const { body } = await get('/v1/me/playlists', login.access_token);
  const [first] = body.items ?? [];
  expect(first && ['items' in first, 'tracks' in first]).toEqual(expected);
});

test('songs are counted under either name, both or none in the mixed dialect', async () => {
  const library = makeLibrary({ playlists: 20 });
  simulateSpotify(network, openBrowser(), { dialect: 'mixed', library });
  const { body: login } = await redeem(await codeFor());
  const { body } = await get('/v1/me/playlists', login.access_token);
  const shapes = (body.items ?? []).map(
    (entry) => entry && `${'items' in entry ? 'items' : ''} ${'tracks' in entry ? 'tracks' : ''}`,
  );
  expect(new Set(shapes)).toEqual(new Set(['items ', ' tracks', 'items tracks', ' ']));
});
