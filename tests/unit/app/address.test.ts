import { expect, test } from 'vitest';
import { loopbackAddress, takeAuthorizationResponse } from '../../../src/app/address.ts';

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

test('a callback without an answer is none', () => {
  expect(open(CALLBACK)).toEqual({ query: undefined, left: [] });
});

test.each([
  '/music/callback/',
  '/music/Callback',
  '/music/',
  '/music/callback/x',
  '/callback',
  '/music/demo/callback',
])('[s19] an answer that comes to %s is not taken for a callback', (path) => {
  expect(open(`https://liner.example${path}?code=c&state=s`)).toEqual({
    query: undefined,
    left: [],
  });
});

test('[row 8] localhost moves to 127.0.0.1 with its path and query', () => {
  const address = new URL('http://localhost:8888/playlists?q=jazz#top');
  expect(loopbackAddress(address, '/')).toBe('http://127.0.0.1:8888/playlists?q=jazz#top');
});

test('[row 8, s19] an answer that comes to localhost loses its query', () => {
  const address = new URL('http://localhost:8888/callback?code=c&state=s#x');
  expect(loopbackAddress(address, '/')).toBe('http://127.0.0.1:8888/');
});
