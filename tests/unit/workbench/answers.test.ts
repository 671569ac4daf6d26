import { expect, test } from 'vitest';
import { explainAnswer } from '../../../src/features/workbench/answer/explain.ts';
import {
  findJsonRows,
  jsonRows,
  toggleAll,
} from '../../../src/features/workbench/answer/json-rows.ts';
import { diffLines, shortened } from '../../../src/features/workbench/answer/line-diff.ts';
import { requestOf } from '../../../src/features/workbench/answer/value-links.ts';
import { allEndpoints } from '../../../src/features/workbench/data/parse-endpoints.ts';
import { findEndpoint } from '../../../src/features/workbench/request/request-link.ts';
import { parseBody } from '../../../src/features/workbench/state/send-request.ts';

const endpoints = allEndpoints();
const ID = '3cEYpjA9oz9GiPac4AsH4n';

function explained(name: string, status: number, text: string, granted: readonly string[] = []) {
  const endpoint = findEndpoint(endpoints, name);
  const method = endpoint?.method ?? 'GET';
  const body = parseBody(text);
  return explainAnswer({ endpoint, method, status, text, body, granted }).join(' ');
}

const refusal = (message: string) => JSON.stringify({ error: { status: 403, message } });

test.each([
  [
    'a removed endpoint',
    'PUT /me/tracks',
    refusal('Forbidden'),
    /no longer has.*PUT \/me\/library/,
  ],
  [
    'the playlist of somebody',
    'GET /playlists/{playlist}/items',
    refusal('Forbidden'),
    /somebody else/,
  ],
  [
    'a missing scope',
    'GET /me/tracks',
    refusal('Insufficient client scope'),
    /lacks user-library-read/,
  ],
  [
    'a market that needs a scope',
    'GET /me',
    refusal('Insufficient client scope'),
    /user-read-private/,
  ],
  [
    'the list of users',
    'GET /me',
    'User not registered in the Developer Dashboard',
    /User Management/,
  ],
  [
    'the Premium of the owner',
    'GET /me',
    'Active premium subscription required for the owner of the app.',
    /no Premium/,
  ],
  ['the player', 'PUT /me/player/play', refusal('Forbidden'), /Premium, and a device/],
])('a 403 is explained by %s', (_, name, text, words) => {
  expect(explained(name, 403, text)).toMatch(words);
});

test.each([
  [
    429,
    '{"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}}',
    /quota/,
  ],
  [429, '{"error":{"status":429,"message":"API rate limit exceeded"}}', /Retry-After/],
  [400, '{"error":{"status":400,"message":"Invalid limit"}}', /At most 10/],
  [400, '{"error":{"status":400,"message":"No uris provided"}}', /items, not tracks/],
  [400, '{"error":{"status":400,"message":"Missing required field: uris"}}', /in the query/],
  [404, '', /can’t find/],
  [502, '', /Spotify’s side. Wait a moment/],
  [200, '<html>Log in</html>', /web page, not JSON/],
  [200, 'cut off', /no valid JSON/],
  [204, '', /no body/],
  [200, '{"artists":{}}', /^$/],
])('a %i with %s is explained', (status, text, words) => {
  expect(explained('GET /search', status, text)).toMatch(words);
});

test('a server fault after a write is no reason to send it again', () => {
  const end = explained('POST /me/playlists', 502, '');
  expect(end).toMatch(/may have done it/);
  expect(end).not.toMatch(/send it again/);
});

test('rows that are empty, null or of the older dialect are explained', () => {
  const name = 'GET /playlists/{playlist}/items';
  expect(explained(name, 200, '{"items":[{},{}],"total":2}')).toMatch(/item\(…\)/);
  expect(explained(name, 200, '{"items":[{"track":{"id":"x"}}]}')).toMatch(/older dialect/);
  expect(explained('GET /me/playlists', 200, '{"items":[null,{}]}')).toMatch(/null/);
  expect(explained('GET /me/playlists', 200, '{"items":[{"color":null,"images":[]}]}')).toBe('');
});

test('JSON is folded below the second level, and opens and closes by its paths', () => {
  const value = { items: [{ id: 'a', album: { id: 'b' } }], total: 1 };
  const paths = (toggled: readonly string[]) =>
    jsonRows(value, new Set(toggled)).map(({ path }) => path);
  expect(paths([])).toEqual(['', 'items', 'items[0]', 'total']);
  expect(paths(['items[0]'])).toEqual([
    '',
    'items',
    'items[0]',
    'items[0].id',
    'items[0].album',
    'total',
  ]);
  expect(paths(['items'])).toEqual(['', 'items', 'total']);
  expect(jsonRows(value, toggleAll(value, true)).map(({ path }) => path)).toContain(
    'items[0].album.id',
  );
  expect(jsonRows(value, toggleAll(value, false)).map(({ path }) => path)).toEqual([
    '',
    'items',
    'total',
  ]);
});

test('names that are no words are copied in brackets', () => {
  expect(jsonRows({ 'a b': 1 }, new Set())[1]?.path).toBe('["a b"]');
});

test('a search lists names and values wherever they are', () => {
  const value = { items: [{ name: 'Été' }, { name: 'Winter' }], next: null };
  expect(findJsonRows(value, 'wint').map(({ path }) => path)).toEqual(['items[1].name']);
  expect(findJsonRows(value, 'null').map(({ path }) => path)).toEqual(['next']);
  expect(findJsonRows(value, 'name')).toHaveLength(2);
});

test('a large answer is folded at first, and unfolds into all its rows', () => {
  const items = Array.from({ length: 20_000 }, (_, at) => ({
    id: `${at}`,
    track: { name: 'x'.repeat(200) },
  }));
  expect(JSON.stringify(items).length).toBeGreaterThan(4_500_000);
  expect(jsonRows({ items }, new Set())).toHaveLength(2);
  expect(jsonRows({ items }, new Set(['items']))).toHaveLength(20_002);
  expect(findJsonRows({ items }, 'xxx')).toHaveLength(500);
});

test.each([
  [
    `https://api.spotify.com/v1/playlists/${ID}/items?offset=50`,
    `https://api.spotify.com/v1/playlists/${ID}/items?offset=50`,
  ],
  [`spotify:track:${ID}`, `https://api.spotify.com/v1/tracks/${ID}`],
  [`spotify:user:${ID}`, undefined],
  ['https://evil.example/v1/me', undefined],
  ['https://api.spotify.com/v1/../x', undefined],
  ['https://open.spotify.com/track/x', undefined],
  [7, undefined],
])('the value %s leads to %s', (value, url) => {
  expect(requestOf(value)).toBe(url);
});

test('two answers are compared line by line', () => {
  expect(diffLines('a\nb\nc\nd', 'a\nx\nc\nd')).toEqual([
    { sign: '=', text: 'a' },
    { sign: '-', text: 'b' },
    { sign: '+', text: 'x' },
    { sign: '=', text: 'c' },
    { sign: '=', text: 'd' },
  ]);
  expect(diffLines('a', 'a')?.every(({ sign }) => sign === '=')).toBe(true);
  const signs = diffLines('a\nb\nc', 'b\nc\nd')?.map(({ sign, text }) => sign + text);
  expect(signs).toEqual(['-a', '=b', '=c', '+d']);
});

test('long runs of equal lines are left out, and texts that differ all over are not compared', () => {
  const lines = Array.from({ length: 50 }, (_, at) => `${at}`);
  const compared = diffLines(lines.join('\n'), lines.with(25, 'x').join('\n')) ?? [];
  const left = shortened(compared);
  expect(left).toHaveLength(8);
  expect(left.filter((line) => line === undefined)).toHaveLength(2);
  const long = (word: string) => Array.from({ length: 3_001 }, (_, at) => word + at).join('\n');
  expect(diffLines(long('a'), long('b'))).toBeUndefined();
});
