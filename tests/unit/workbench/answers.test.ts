import { expect, test } from 'vitest';
import { doubtOf, explainAnswer } from '../../../src/features/workbench/answer/explain.ts';
import {
  countBelow,
  findJsonRows,
  type JsonRow,
  jsonRows,
  openedRows,
  requestOf,
} from '../../../src/features/workbench/answer/json-rows.ts';
import {
  diffLines,
  jsonLines,
  shortened,
} from '../../../src/features/workbench/answer/line-diff.ts';
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
  expect(explained('POST /me/playlists', 502, '')).toBe('');
  const answer = { status: 502, headers: new Headers(), text: '' };
  expect(doubtOf({ kind: 'answer', answer })).toMatch(/may have happened.*Look before/);
});

test('rows that are empty, null or of the older dialect are explained', () => {
  const name = 'GET /playlists/{playlist}/items';
  expect(explained(name, 200, '{"items":[{},{}],"total":2}')).toMatch(/item\(…\)/);
  expect(explained(name, 200, '{"items":[{"track":{"id":"x"}}]}')).toMatch(/older dialect/);
  expect(explained('GET /me/playlists', 200, '{"items":[null,{}]}')).toMatch(/null/);
  expect(explained('GET /me/playlists', 200, '{"items":[{"color":null,"images":[]}]}')).toBe('');
});

/** Runs a generator to its end. */
function made<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const pathsOf = (rows: readonly JsonRow[]) => rows.map(({ path }) => path);

test('JSON is folded below the second level, and opens and folds row by row and as a whole', () => {
  const value = { items: [{ id: 'a', album: { id: 'b' } }], total: 1 };
  const rows = made(jsonRows(value, 'near'));
  expect(pathsOf(rows)).toEqual(['', 'items', 'items[0]', 'total']);
  const [, items, entry] = rows;
  expect(countBelow(rows, rows.indexOf(items as JsonRow))).toBe(1);
  const opened = made(openedRows(entry as JsonRow));
  expect(pathsOf(opened)).toEqual(['items[0]', 'items[0].id', 'items[0].album']);
  expect(opened.map(({ isOpen }) => isOpen)).toEqual([true, false, false]);
  expect(pathsOf(made(jsonRows(value, 'all')))).toContain('items[0].album.id');
  expect(pathsOf(made(jsonRows(value, 'whole')))).toEqual(['', 'items', 'total']);
});

test('names that are no words are copied in brackets', () => {
  expect(made(jsonRows({ 'a b': 1 }, 'near'))[1]?.path).toBe('["a b"]');
});

test('a search lists names and values wherever they are', () => {
  const value = { items: [{ name: 'Été' }, { name: 'Winter' }], next: null };
  const found = (words: string) => pathsOf(made(findJsonRows(value, words)));
  expect(found('wint')).toEqual(['items[1].name']);
  expect(found('null')).toEqual(['next']);
  expect(found('name')).toHaveLength(2);
});

test('a large answer is folded at first, and unfolds into all its rows in many short steps', () => {
  const items = Array.from({ length: 20_000 }, (_, at) => ({
    id: `${at}`,
    track: { name: 'x'.repeat(200) },
  }));
  expect(JSON.stringify(items).length).toBeGreaterThan(4_500_000);
  const folded = made(jsonRows({ items }, 'near'));
  expect(folded).toHaveLength(2);
  expect(made(openedRows(folded[1] as JsonRow))).toHaveLength(20_001);
  expect(made(findJsonRows({ items }, 'xxx'))).toHaveLength(500);
  const steps = [...jsonRows({ items }, 'all')];
  expect(steps.length).toBeGreaterThan(300);
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

test('an id leads to the request of what it is the id of', () => {
  expect(requestOf(ID, { id: ID, type: 'album' })).toBe(`https://api.spotify.com/v1/albums/${ID}`);
  expect(requestOf(ID, { id: ID, type: 'user' })).toBeUndefined();
  expect(requestOf(ID, { name: ID, type: 'album' })).toBeUndefined();
  expect(requestOf('../x', { id: '../x', type: 'album' })).toBeUndefined();
  const value = { items: [{ id: ID, type: 'track' }] };
  const [hit] = made(findJsonRows(value, ID));
  expect(requestOf(hit?.value, hit?.holder)).toBe(`https://api.spotify.com/v1/tracks/${ID}`);
});

const compared = (older: string, newer: string) =>
  made(diffLines(older.split('\n'), newer.split('\n')));

test('two answers are compared line by line', () => {
  expect(compared('a\nb\nc\nd', 'a\nx\nc\nd')).toEqual([
    { sign: '=', text: 'a' },
    { sign: '-', text: 'b' },
    { sign: '+', text: 'x' },
    { sign: '=', text: 'c' },
    { sign: '=', text: 'd' },
  ]);
  expect(compared('a', 'a')?.every(({ sign }) => sign === '=')).toBe(true);
  const signs = compared('a\nb\nc', 'b\nc\nd')?.map(({ sign, text }) => sign + text);
  expect(signs).toEqual(['-a', '=b', '=c', '+d']);
});

test('the lines of a value are those of JSON with indents', () => {
  const value = { a: [1, { b: null, 'c d': [] }, 'x\n"y"'], e: {}, f: [[true]] };
  expect(made(jsonLines(value)).join('\n')).toBe(JSON.stringify(value, null, 2));
  expect(made(jsonLines('text'))).toEqual(['"text"']);
});

test('long runs of equal lines are left out, and texts that differ all over are not compared', () => {
  const lines = Array.from({ length: 50 }, (_, at) => `${at}`);
  const left = shortened(made(diffLines(lines, lines.with(25, 'x'))) ?? []);
  expect(left).toHaveLength(8);
  expect(left.filter((line) => line === undefined)).toHaveLength(2);
  const long = (word: string) => Array.from({ length: 3_001 }, (_, at) => word + at);
  expect(made(diffLines(long('a'), long('b')))).toBeUndefined();
});
