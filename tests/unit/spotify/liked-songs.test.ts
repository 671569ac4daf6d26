import { http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { demoLibrary } from '../../../src/demo/music/data.ts';
import type { SimulatedSpotifyOptions } from '../../../src/demo/simulated-spotify.ts';
import { getLikedSongsPage, getLikedSongsTotal } from '../../../src/spotify/liked-songs.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, redeem } from '../../support/unit/spotify-requests.ts';
import { json } from '../../support/unit/token-answers.ts';

const LIKED = `${SPOTIFY_API}/v1/me/tracks`;
const network = useNetwork();
const { signal } = new AbortController();

const TRACK = { type: 'track', id: 't1', uri: 'spotify:track:t1', name: 'A Song', artists: [] };

function serve(body: unknown, status = 200): readonly URL[] {
  const asked: URL[] = [];
  const answer = ({ request }: { readonly request: Request }) => {
    asked.push(new URL(request.url));
    return json(body, status)();
  };
  network.use(http.get(LIKED, answer));
  return asked;
}

test('a page of liked songs is asked for by offset, and nobody is said to have added them', async () => {
  const items = [{ added_at: '2026-08-01T10:00:00Z', track: TRACK }, { track: null }];
  const asked = serve({ items, limit: 50, next: `${LIKED}?offset=150`, total: 3412 });
  const page = await getLikedSongsPage(openConnection(), 100, signal);
  expect(asked.map(({ search }) => search)).toEqual(['?limit=50&offset=100']);
  expect(page).toMatchObject({ offset: 100, entries: 2, total: 3412, hasNext: true });
  expect(page.rows).toMatchObject([
    { position: 101, kind: 'track', title: 'A Song', addedBy: null, explicit: null, isrc: null },
    { position: 102, kind: 'unavailable', addedAt: null },
  ]);
});

test('the total costs one song', async () => {
  const asked = serve({ items: [{ track: TRACK }], limit: 1, next: null, total: 3412 });
  expect(await getLikedSongsTotal(openConnection(), signal)).toBe(3412);
  expect(asked.map(({ search }) => search)).toEqual(['?limit=1']);
});

test.each([[null], [-1], [1e308], ['many'], [undefined]])(
  'a total of %j is refused',
  async (total) => {
    serve({ items: [], limit: 1, next: null, total });
    await expect(getLikedSongsTotal(openConnection(), signal)).rejects.toMatchObject({
      kind: 'unexpected-answer',
    });
  },
);

test('an answer without songs is refused: one’s own are never kept back', async () => {
  serve({ limit: 50, next: null, total: 1 });
  const page = getLikedSongsPage(openConnection(), 0, signal);
  await expect(page).rejects.toMatchObject({ kind: 'unexpected-answer' });
});

test('a login that may not read liked songs is told so', async () => {
  serve({ error: { status: 403, message: 'Insufficient client scope' } }, 403);
  const total = getLikedSongsTotal(openConnection(), signal);
  await expect(total).rejects.toMatchObject({ kind: 'insufficient-scope' });
});

/** A connection to a simulated Spotify, with an access token of its own. */
async function connectTo(options: Partial<SimulatedSpotifyOptions>) {
  simulateSpotify(network, openBrowser(), options);
  const { access_token } = (await redeem(await codeFor())).body;
  const headers = { Authorization: `Bearer ${access_token}` };
  return openConnection({ fetch: (url, init) => fetch(url, { ...init, headers }) });
}

test('the demo’s liked songs, from one end to the other', async () => {
  const connection = await connectTo({ library: demoLibrary() });
  const total = await getLikedSongsTotal(connection, signal);
  const last = await getLikedSongsPage(connection, total - 1, signal);
  expect(last).toMatchObject({ entries: 1, total, hasNext: false });
  expect(last.rows).toMatchObject([{ position: total, kind: 'track', addedBy: null }]);
  expect((await getLikedSongsPage(connection, 0, signal)).rows).toHaveLength(50);
});
