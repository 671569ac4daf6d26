import { expect, test } from 'vitest';
import { playlistSearch } from '../../../src/library/playlist-search.ts';
import { PLAYLIST_SEARCH_HELP } from '../../../src/library/search-help.ts';
import { find, finds, playlist } from './find-playlists.ts';

const rows = [
  playlist({ name: 'a', tracksTotal: 0 }),
  playlist({ name: 'b', tracksTotal: 10, visibility: 'private' }),
  playlist({ name: 'c', tracksTotal: 100, visibility: 'collaborative' }),
  playlist({ name: 'd', tracksTotal: 101, owner: 'Zoë Me', ownerId: 'zoe' }),
  playlist({ name: 'e', tracksTotal: null, visibility: 'unknown', owner: null, ownerId: null }),
];
const names = (query: string, meId: string | null = 'ada') =>
  find(rows, query, meId)
    .map((row) => row.name)
    .join('');

test.each([
  ['owner:me', 'abc'],
  ['OWNER:Me', 'abc'],
  ['owner:zoe', 'd'],
  ['owner:Zoë', 'd'],
  ['owner:"zoe me"', 'd'],
  ['owner:"me zoe"', ''],
  ['followed:yes', 'de'],
  ['followed:no', 'abc'],
  ['profile:yes', 'a'],
  ['profile:no', 'b'],
  ['public:yes', 'ad'],
  ['public:y', 'ad'],
  ['public:no', 'bc'],
  ['collaborative:yes', 'c'],
  ['collaborative:no', 'abd'],
  ['tracks:>100', 'd'],
  ['tracks:>=100', 'cd'],
  ['tracks:<10', 'a'],
  ['tracks:<=10', 'ab'],
  ['tracks:<0', ''],
  ['tracks:100', 'c'],
  ['tracks:=100', 'c'],
  ['tracks:10..100', 'bc'],
  ['tracks:100..10', ''],
  ['tracks:101..', 'd'],
  ['tracks:..10', 'ab'],
  ['tracks:<=100 owner:me public:no', 'bc'],
  ['b owner:me tracks:>5', 'b'],
  ['b owner:zoe', ''],
])('%s finds %j', (query, expected) => {
  expect(names(query)).toBe(expected);
});

test('owner:me finds none as long as nobody knows whose list it is', () => {
  expect(names('owner:me', null)).toBe('');
});

test.each(['owner:', 'tracks:', 'tracks:>', 'tracks:<=', 'public:'])(
  '%s, still being typed, hides no row',
  (query) => {
    expect(names(query)).toBe('abcde');
  },
);

test.each([
  'what:ever',
  'tracks:many',
  'tracks:-1',
  'tracks:1.5',
  'tracks:1..2..3',
  'public:maybe',
  'public:yesno',
  'constructor:x',
  'valueof:x',
  '__proto__:x',
  ':',
  ':x',
  'what:',
  'live:"a b"',
  'https://example.com',
])('%s is searched as it stands', (query) => {
  expect(names(query)).toBe('');
  expect(finds(`Said ${query} once`, query)).toBe(true);
});

test('every example of the help is an operator or a phrase', () => {
  const searchable = playlistSearch('ada');
  for (const { example } of PLAYLIST_SEARCH_HELP) {
    const [name = '', value = ''] = example.replaceAll('"', '').split(':');
    if (!example.startsWith('"')) expect(searchable.operators[name]?.(value), example).toBeTruthy();
  }
  // `public`, which does not know whose a playlist is, is there for addresses that were kept.
  const taught = Object.keys(searchable.operators).filter((name) => name !== 'public');
  expect(PLAYLIST_SEARCH_HELP.map(({ example }) => example.split(':')[0])).toEqual(
    expect.arrayContaining(taught),
  );
});
