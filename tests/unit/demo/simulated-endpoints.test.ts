import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { demoLibrary } from '../../../src/demo/music/data.ts';
import {
  allEndpoints,
  type Endpoint,
} from '../../../src/features/workbench/data/parse-endpoints.ts';
import { ALL_SCOPE_NAMES } from '../../../src/words/all-scopes.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, redeem } from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const library = demoLibrary();
const song = library.liked()[0]?.track;
const own = library.playlists.find((each) => each?.owner?.id === library.user.id && each.items);

/** Ids of what the demo's library has, by the name of the path parameter. */
const KNOWN: Readonly<Record<string, string>> = {
  playlist: own?.id ?? '',
  track: song?.id ?? '',
  album: song?.album?.id ?? '',
  artist: song?.artists[0]?.id ?? '',
  show: library.saved().shows.find(({ show }) => show)?.show?.id ?? '',
  episode: library.saved().episodes.find(({ episode }) => episode)?.episode?.id ?? '',
  type: 'artists',
};

const QUERY: Readonly<Record<string, string>> = {
  '/search': 'q=the&type=track,album,artist',
  '/me/library/contains': `uris=${song?.uri ?? ''}`,
  '/me/following': 'type=artist',
};

async function tokenFor(scope: string): Promise<string> {
  simulateSpotify(network, openBrowser(), { library });
  const { body } = await redeem(await codeFor({ scope }));
  return body.access_token ?? '';
}

function send({ method, path }: Endpoint, token: string): Promise<Response> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => KNOWN[name] ?? '3cEYpjA9oz9GiPac4AsH4n');
  const query = QUERY[path] ? `?${QUERY[path]}` : '';
  const headers = { Authorization: `Bearer ${token}` };
  return fetch(`${SPOTIFY_API}/v1${filled}${query}`, { method, headers });
}

test('every endpoint of the workbench’s table is answered, and an answer without data says so', async () => {
  const token = await tokenFor(ALL_SCOPE_NAMES.join(' '));
  for (const endpoint of allEndpoints()) {
    const answer = await send(endpoint, token);
    const name = `${endpoint.method} ${endpoint.path}`;
    const note = answer.headers.get('simulated');
    const text = await answer.text();
    if (endpoint.isRemoved) expect([name, answer.status]).toEqual([name, 403]);
    // A write without what it shall write is refused, as by Spotify.
    else if (endpoint.method !== 'GET' && answer.status === 400) expect(text).toContain('message');
    else if (answer.status >= 400 || text === '' || /"items":\[\]|^\[\]$/.test(text))
      expect(note, `${name} ${answer.status} ${text}`).toMatch(/^[a-z].+/i);
    // Spotify has no such path.
    expect(text, name).not.toContain('Service not found');
  }
}, 30_000);

test('what the workbench’s table says of scopes holds at the simulated Spotify', async () => {
  const token = await tokenFor('user-read-private');
  for (const endpoint of allEndpoints()) {
    const isRead = endpoint.method === 'GET' && !endpoint.isRemoved;
    const isOfSong = /^\/(shows|episodes)/.test(endpoint.path);
    const lists = ['/me/playlists', '/playlists/{playlist}/items'].includes(endpoint.path);
    if (!isRead || isOfSong || lists || endpoint.needs.length + endpoint.needsOne.length === 0)
      continue;
    expect([endpoint.path, (await send(endpoint, token)).status]).toEqual([endpoint.path, 403]);
  }
});

test('songs, albums and artists of the library are found and searched', async () => {
  const token = await tokenFor('');
  const get = async (path: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${SPOTIFY_API}/v1/${path}`, { headers });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  expect(await get(`tracks/${song?.id}`)).toMatchObject({ body: { name: song?.name } });
  expect(await get(`albums/${song?.album?.id}`)).toMatchObject({
    body: { name: song?.album?.name },
  });
  expect(await get(`artists/${song?.artists[0]?.id}`)).toMatchObject({ status: 200 });
  const isrc = library.liked().find(({ track }) => track.external_ids?.isrc)?.track;
  expect(await get(`search?type=track&q=isrc:${isrc?.external_ids?.isrc}`)).toMatchObject({
    body: { tracks: { items: [{ id: isrc?.id }] } },
  });
  expect(await get('search?type=track&q=the&limit=11')).toMatchObject({ status: 400 });
  expect(await get('nothing/here')).toMatchObject({ status: 404 });
});
