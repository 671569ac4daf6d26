import { expect, test } from 'vitest';
import { allEndpoints } from '../../../src/features/workbench/data/parse-endpoints.ts';
import {
  buildRequest,
  resolvePath,
} from '../../../src/features/workbench/request/build-request.ts';
import {
  findEndpoint,
  nameRequest,
  parseFragment,
  toFragment,
} from '../../../src/features/workbench/request/request-link.ts';
import { parseReference } from '../../../src/features/workbench/request/spotify-id.ts';

const endpoints = allEndpoints();
const ID = '3cEYpjA9oz9GiPac4AsH4n';

function built(name: string, texts: Record<string, string>) {
  const endpoint = findEndpoint(endpoints, name);
  if (!endpoint) throw new Error(`no ${name}`);
  return buildRequest(endpoint, texts);
}

function problemsOf(name: string, texts: Record<string, string>) {
  const result = built(name, texts);
  return 'problems' in result ? Object.fromEntries(result.problems) : {};
}

test('a GET has its path and query, and no body', () => {
  expect(
    built('GET /playlists/{playlist}/items', { playlist: ID, limit: '5', market: '' }),
  ).toEqual({
    request: {
      method: 'GET',
      url: `https://api.spotify.com/v1/playlists/${ID}/items?limit=5`,
      body: undefined,
    },
  });
});

test.each([
  ID,
  `  ${ID} `,
  `spotify:playlist:${ID}`,
  `https://open.spotify.com/playlist/${ID}?si=abc`,
  `https://open.spotify.com/intl-de/playlist/${ID}`,
  `open.spotify.com/embed/playlist/${ID}/`,
])('"%s" becomes the id of a playlist', (text) => {
  expect(built('GET /playlists/{playlist}', { playlist: text })).toMatchObject({
    request: { url: `https://api.spotify.com/v1/playlists/${ID}` },
  });
});

test.each([
  '',
  'short',
  `spotify:track:${ID}`,
  `https://open.spotify.com/track/${ID}`,
  `https://evil.example/playlist/${ID}`,
  `${ID}/../../me`,
])('"%s" is refused as a playlist', (text) => {
  expect(Object.keys(problemsOf('GET /playlists/{playlist}', { playlist: text }))).toEqual([
    'playlist',
  ]);
});

test('limits, choices, countries and numbers of URIs are checked before anything is sent', () => {
  const wrong = { q: 'a', type: 'album,song', limit: '11', market: 'se', offset: '1001' };
  expect(Object.keys(problemsOf('GET /search', wrong)).sort()).toEqual([
    'limit',
    'market',
    'offset',
    'type',
  ]);
  const uris = Array.from({ length: 41 }, () => `spotify:track:${ID}`).join(' ');
  expect(problemsOf('PUT /me/library', { uris })).toEqual({ uris: 'At most 40; these are 41.' });
  expect(problemsOf('PUT /me/player/shuffle', { state: 'yes' })).toHaveProperty('state');
  expect(problemsOf('PUT /me/player/play', { offset: '{' })).toHaveProperty('offset');
  expect(
    problemsOf('PUT /playlists/{playlist}/images', {
      playlist: ID,
      jpeg: 'data:image/jpeg;base64,AA',
    }),
  ).toHaveProperty('jpeg');
});

test('URIs stand in the query of the library, in the body of a playlist, and as objects where they are removed', () => {
  const link = `https://open.spotify.com/track/${ID}`;
  expect(built('PUT /me/library', { uris: link })).toMatchObject({
    request: {
      url: `https://api.spotify.com/v1/me/library?uris=spotify%3Atrack%3A${ID}`,
      body: undefined,
    },
  });
  const add = built('POST /playlists/{playlist}/items', {
    playlist: ID,
    uris: link,
    position: '0',
  });
  expect(add).toMatchObject({
    request: { body: { text: `{"uris":["spotify:track:${ID}"],"position":0}` } },
  });
  expect(built('DELETE /playlists/{playlist}/items', { playlist: ID, items: link })).toMatchObject({
    request: { body: { text: `{"items":[{"uri":"spotify:track:${ID}"}]}` } },
  });
});

test('a cover is sent as it is, and flags of a body are no texts', () => {
  expect(
    built('PUT /playlists/{playlist}/images', { playlist: ID, jpeg: '/9j/4AAQ' }),
  ).toMatchObject({
    request: { body: { type: 'image/jpeg', text: '/9j/4AAQ' } },
  });
  expect(built('POST /me/playlists', { name: 'A', public: 'false' })).toMatchObject({
    request: { body: { type: 'application/json', text: '{"name":"A","public":false}' } },
  });
});

test.each([
  ['me', 'me'],
  ['/me', 'me'],
  ['v1/me/tracks?limit=2', 'me/tracks?limit=2'],
  ['/v1/me', 'me'],
  ['https://api.spotify.com/v1/me', 'me'],
  ['search?q=a b&type=track', 'search?q=a%20b&type=track'],
  ['me?next=https://x.example/', 'me?next=https://x.example/'],
])('the path "%s" is understood', (typed, path) => {
  expect(resolvePath(typed)).toEqual({ url: `https://api.spotify.com/v1/${path}` });
});

test.each([
  '',
  '/',
  '..',
  '../oauth',
  'me/../../x',
  'me/%2e%2e/x',
  'me/%252e%252e/x',
  'me%2f..',
  '//evil.example/me',
  '/\\evil.example',
  'me\\..',
  'https://evil.example/v1/me',
  'https://api.spotify.com@evil.example/v1/me',
  'https://api.spotify.com.evil.example/v1/me',
  'http://api.spotify.com/v1/me',
  'https://api.spotify.com/v2/me',
  'https://api.spotify.com/v1//evil.example',
  'user@me',
  'me#x',
  'me?a=1#x',
  'javascript:alert(1)',
  'data:text/html,x',
  'me\n/x',
  'm e',
  'me?access_token=BQ',
])('[row 43] a token is not sent to "%s"', (typed) => {
  expect(resolvePath(typed)).toHaveProperty('problem');
});

test.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  'a link leads back to %s, and names neither host nor token',
  (_, endpoint) => {
    const { method, path } = endpoint;
    const filled = path.replace(/\{(\w+)\}/g, (__, name) => (name === 'type' ? 'tracks' : ID));
    const query = endpoint.fields.some(({ name }) => name === 'limit') ? '?limit=5' : '';
    const url = `https://api.spotify.com/v1${filled}${query}`;
    const fragment = toFragment({ method, url });
    expect(fragment).toBe(`${method}${filled}${query}`);
    const named = parseFragment(`#${fragment}`, endpoints);
    // A word such as `contains` may also be an id; the table names the word first.
    expect(named?.endpoint?.path).toBe(path);
    if (query) expect(named?.texts['limit']).toBe('5');
  },
);

test('a parameter that no endpoint knows leaves the address as it is', () => {
  const url = 'https://api.spotify.com/v1/me/playlists?locale=sv&limit=5';
  expect(nameRequest('GET', url, endpoints)).toEqual({
    method: 'GET',
    endpoint: undefined,
    texts: {},
    path: 'me/playlists?locale=sv&limit=5',
  });
});

test.each(['', '#', 'GET', 'PATCH/me', 'GET/../x', 'GET///evil.example', 'get/me'])(
  'the link "%s" names no request',
  (fragment) => {
    expect(parseFragment(fragment, endpoints)).toBeUndefined();
  },
);

test('a reference tells its kind where it has one', () => {
  expect(parseReference(ID)).toEqual({ kind: undefined, id: ID });
  expect(parseReference(`spotify:album:${ID}`)).toEqual({ kind: 'album', id: ID });
  expect(parseReference('spotify:local:a:b:c:1')).toBeUndefined();
});
