import { expect, test } from 'vitest';
import {
  canonicalPath,
  loopbackAddress,
  takeAuthorizationResponse,
} from '../../../src/app/address.ts';

const CALLBACK = 'https://liner.example/music/callback';

/** Opens an address and gives the parameters that are taken from it, and the address that remains. */
function open(address: string, basePath = '/music/') {
  const left: string[] = [];
  const history = {
    replaceState: (_state: unknown, _title: string, path?: string | URL | null) => {
      left.push(String(path));
    },
  };
  const parameters = takeAuthorizationResponse(new URL(address), basePath, history);
  return { query: parameters?.toString(), left };
}

test.each([
  'code=c&state=s',
  'error=access_denied&state=s',
  'code=c&state=s&utm_source=mail&fbclid=1',
  'made=up',
])(
  '[row 13, s18] a callback loses its query and its fragment at once, whatever they hold: %s',
  (query) => {
    expect(open(`${CALLBACK}?${query}#x=y`)).toEqual({ query, left: ['/music/callback'] });
  },
);

test('[row 26, c15] nothing is read from the fragment of a callback', () => {
  expect(open(`${CALLBACK}#code=c&state=s`)).toEqual({ query: '', left: ['/music/callback'] });
});

test.each([
  '/music/callback/',
  '/music/callback.html',
  '/music/Callback',
  '/music/callback/index.html',
  '/music/CALLBACK.HTML/',
  '/music//callback',
  '/music/%63allback',
  '/Music/callback',
])(
  '[s31] an answer that comes to %s, which is routed to the callback, is taken from it',
  (path) => {
    const query = 'code=c&state=s';
    expect(open(`https://liner.example${path}?${query}#x`)).toEqual({
      query,
      left: ['/music/callback'],
    });
  },
);

test.each([
  ['/music/index.html', '/music/'],
  ['/music', '/music/'],
  ['/music/Index.html', '/music/'],
  ['/music/Playlists/', '/music/playlists'],
  ['/music/playlists/index.html', '/music/playlists'],
  ['/music/playlists/37i9dQZF1DXcBWIGoYBM5M/', '/music/playlists/37i9dQZF1DXcBWIGoYBM5M'],
  ['/music/Demo/Authorize.html', '/music/demo/authorize'],
])('[s31] the address %s becomes %s before anything is routed, and keeps its query', (path, to) => {
  const { left, query } = open(`https://liner.example${path}?q=Jazz#Top`);
  expect({ left, query }).toEqual({ left: [`${to}?q=Jazz#Top`], query: undefined });
  expect(canonicalPath(to, '/music/')).toBe(to);
});

test.each([
  '/music/',
  '/music/playlists',
  '/music/playlists/Callback.html',
  '/music/caf%C3%A9',
  '/music/%E0%A4%A',
  '/elsewhere/Callback',
])('the address %s stays as it is', (path) => {
  expect(open(`https://liner.example${path}?q=Jazz`).left).toEqual([]);
});

test('[s31] an answer that comes to another spelling at localhost loses its query', () => {
  const address = new URL('http://localhost:8888/Callback/?code=c&state=s#x');
  expect(loopbackAddress(address, '/')).toBe('http://127.0.0.1:8888/');
});

test('a callback without an answer is none', () => {
  expect(open(CALLBACK)).toEqual({ query: undefined, left: [] });
});

test.each(['/music/', '/music/callback/x', '/callback', '/music/demo/callback'])(
  '[s19] an answer that comes to %s is not taken for a callback',
  (path) => {
    expect(open(`https://liner.example${path}?code=c&state=s`)).toEqual({
      query: undefined,
      left: [],
    });
  },
);

test('[row 8] localhost moves to 127.0.0.1 with its path and query', () => {
  const address = new URL('http://localhost:8888/playlists?q=jazz#top');
  expect(loopbackAddress(address, '/')).toBe('http://127.0.0.1:8888/playlists?q=jazz#top');
});

test('[row 8, s19] an answer that comes to localhost loses its query', () => {
  const address = new URL('http://localhost:8888/callback?code=c&state=s#x');
  expect(loopbackAddress(address, '/')).toBe('http://127.0.0.1:8888/');
});
