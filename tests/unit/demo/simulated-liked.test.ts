import { expect, test } from 'vitest';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, get, redeem } from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const library = makeLibrary({ playlists: 1, liked: 60 });
const SCOPE = 'user-library-read';

test.each(['items', 'tracks', 'mixed'] as const)(
  'liked songs come in pages, in the dialect "%s" as in every other',
  async (dialect) => {
    simulateSpotify(network, openBrowser(), { library, dialect });
    const { body: login } = await redeem(await codeFor({ scope: SCOPE }));
    const first = await get('/v1/me/tracks?limit=50', login.access_token);
    expect(first.body).toMatchObject({
      total: 60,
      next: 'https://api.spotify.com/v1/me/tracks?offset=50&limit=50',
      items: library.liked().slice(0, 50),
    });
    const second = await get('/v1/me/tracks?limit=50&offset=50', login.access_token);
    expect(second.body).toMatchObject({ next: null, items: library.liked().slice(50) });
  },
);

test('one liked song is enough to learn how many there are', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const { body: login } = await redeem(await codeFor({ scope: SCOPE }));
  const { body } = await get('/v1/me/tracks?limit=1', login.access_token);
  expect([body.total, body.items?.length]).toEqual([60, 1]);
});

test('liked songs know no fields', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const { body: login } = await redeem(await codeFor({ scope: SCOPE }));
  const { body } = await get('/v1/me/tracks?limit=2&fields=total', login.access_token);
  expect(body.items).toEqual(library.liked().slice(0, 2));
});

test('liked songs need the scope for it', async () => {
  simulateSpotify(network, openBrowser(), { library });
  const { body: login } = await redeem(await codeFor({ scope: 'playlist-read-private' }));
  expect(await get('/v1/me/tracks', login.access_token)).toEqual({
    status: 403,
    body: { error: { status: 403, message: 'Insufficient client scope' } },
  });
});

test.each(['0', '51'])('the limit "%s" is refused for liked songs', async (limit) => {
  simulateSpotify(network, openBrowser(), { library });
  const { body: login } = await redeem(await codeFor({ scope: SCOPE }));
  expect((await get(`/v1/me/tracks?limit=${limit}`, login.access_token)).status).toBe(400);
});

test('a fault can be armed for liked songs', async () => {
  const spotify = simulateSpotify(network, openBrowser(), { library });
  const { body: login } = await redeem(await codeFor({ scope: SCOPE }));
  spotify.faults.arm('wrong-shape', { on: 'liked' });
  expect((await get('/v1/me/tracks', login.access_token)).body).toEqual({ hello: 'world' });
});
