import { expect, test } from 'vitest';
import { ITEM_SEARCH, itemSearch } from '../../../src/library/item-search.ts';
import { ITEM_SEARCH_HELP } from '../../../src/library/item-search-help.ts';
import { searchRows } from '../../../src/library/search.ts';
import { GAP, ITEM_ID, item } from '../../support/unit/items.ts';

const LOCAL = 'spotify:local:Ada:Tapes:A+Song:187';

const rows = [
  item({ id: '0000000000000000000001', title: 'Älska', explicit: true, uri: 'spotify:track:1' }),
  item({ artists: ['Zoë'], album: 'The Tapes' }),
  item({
    kind: 'episode',
    artists: [],
    album: 'A Show',
    uri: `spotify:episode:${ITEM_ID}2`,
    id: null,
  }),
  item({ kind: 'local', id: null, uri: LOCAL, explicit: null, addedBy: 'secret' }),
  GAP,
  item({
    id: null,
    uri: null,
    isPlayable: false,
    title: 'Barred',
    artists: [],
    album: null,
    explicit: null,
    kind: 'episode',
  }),
];
const places = (query: string) =>
  searchRows(rows, query, ITEM_SEARCH).map((row) => rows.indexOf(row));

test.each([
  ['alska', [0]],
  ['zoe song', [1]],
  ['tapes', [0, 1, 3]],
  ['bob ada', [0, 3]],
  ['no longer', [4]],
  ['secret', []],
  ['artist:zoe', [1]],
  ['artist:"ada bob"', []],
  ['artist:bob', [0, 3]],
  ['artist:"tapes"', []],
  ['album:"the tapes"', [1]],
  ['album:show', [2]],
  ['explicit:yes', [0]],
  ['explicit:no', [1, 2]],
  ['kind:track', [0, 1]],
  ['kind:episode', [2, 5]],
  ['kind:local', [3]],
  ['kind:un', [4]],
  ['kind:track album:tapes zoe', [1]],
  ['kind:song', []],
  ['playable:no', [4, 5]],
  ['playable:yes', [0, 1, 2, 3]],
  ['owner:me', []],
  [ITEM_ID, [1]],
  [`spotify:track:${ITEM_ID}`, [1]],
  [`https://open.spotify.com/intl-de/track/${ITEM_ID}?si=a`, [1]],
  [LOCAL, [3]],
  [`${LOCAL}9`, []],
])('%s finds %j', (query, expected) => {
  expect(places(query)).toEqual(expected);
});

test('a track is found by when it was added, where the person is, and by when it came out', () => {
  // Midday is the same day nearly everywhere.
  const rows = [
    item({ addedAt: '2023-05-17T12:00:00Z', releaseDate: '1984' }),
    item({ addedAt: '2024-01-02T12:00:00Z', releaseDate: '1980-06-01' }),
    item({ addedAt: null, releaseDate: null }),
    item({ addedAt: 'never', releaseDate: '0000' }),
  ];
  const found = (query: string) => searchRows(rows, query, ITEM_SEARCH);
  expect(found('added:2023')).toEqual([rows[0]]);
  expect(found('added:2023-05')).toEqual([rows[0]]);
  expect(found('added:2023-06')).toEqual([]);
  expect(found('added:2023..2024')).toEqual([rows[0], rows[1]]);
  expect(found('released:1984')).toEqual([rows[0]]);
  expect(found('released:1980..1989')).toEqual([rows[0], rows[1]]);
  expect(found('released:1980..1989 added:2024')).toEqual([rows[1]]);
  const edge = '2023-12-31T23:30:00Z';
  const year = new Date(edge).getFullYear();
  expect(searchRows([item({ addedAt: edge })], `added:${year}`, ITEM_SEARCH)).toHaveLength(1);
});

test('a song is found twice only where its URI is in the same list more than once', () => {
  const rows = [item({}), item({ position: 2 }), item({ uri: 'spotify:track:1' }), GAP, GAP];
  const found = (query: string, all = rows) => searchRows(all, query, itemSearch(all));
  expect(found('twice:yes')).toEqual(rows.slice(0, 2));
  expect(found('twice:no')).toEqual(rows.slice(2));
  expect(found('twice:yes', rows.slice(1))).toEqual([]);
});

test('every operator has an example in the help, and every example is known', () => {
  const names = ITEM_SEARCH_HELP.map(({ example }) => example.split(':'));
  for (const [name = '', value = ''] of names.filter(({ length }) => length > 1))
    expect(itemSearch([]).operators[name]?.(value), name).toBeTruthy();
  expect(names.map(([name]) => name)).toEqual(
    expect.arrayContaining(Object.keys(itemSearch([]).operators)),
  );
});
