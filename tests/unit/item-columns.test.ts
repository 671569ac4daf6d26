import { describe, expect, test } from 'vitest';
import { shownDuration, shownTotalDuration } from '../../src/library/duration.ts';
import { ITEM_COLUMNS, LIKED_COLUMNS } from '../../src/library/item-columns.ts';
import { ITEM_SEARCH } from '../../src/library/item-search.ts';
import { ITEM_SEARCH_HELP } from '../../src/library/item-search-help.ts';
import { searchRows } from '../../src/library/search.ts';
import { sortRows } from '../../src/library/sort.ts';
import type { PlaylistItem } from '../../src/library/types.ts';

const ID = '3cEYpjA9oz9GiPac4AsH4n';
const LOCAL = 'spotify:local:Ada:Tapes:A+Song:187';

function item(changes: Partial<PlaylistItem>): PlaylistItem {
  return {
    position: 1,
    kind: 'track',
    title: 'A Song',
    artists: ['Ada', 'Bob'],
    album: 'Tapes',
    addedAt: '2026-08-01T10:00:00Z',
    addedBy: 'ada',
    durationMs: 187_999,
    releaseDate: '1973-03',
    explicit: false,
    isrc: 'SEXXX7300001',
    id: ID,
    uri: `spotify:track:${ID}`,
    spotifyUrl: `https://open.spotify.com/track/${ID}`,
    ...changes,
  };
}

const GAP = item({
  kind: 'unavailable',
  title: null,
  artists: [],
  album: null,
  addedAt: null,
  addedBy: null,
  durationMs: null,
  releaseDate: null,
  explicit: null,
  isrc: null,
  id: null,
  uri: null,
  spotifyUrl: null,
});

/** What the table shows of an item, by column. */
function cells(row: PlaylistItem): Record<string, unknown> {
  return Object.fromEntries(ITEM_COLUMNS.map(({ id, value }) => [id, value(row)]));
}

test('the columns, left to right', () => {
  const shown = ITEM_COLUMNS.filter((column) => !('isOptional' in column));
  expect(shown.map(({ heading }) => heading)).toEqual(
    'Position,Title,Artists,Album,Added on,Added by,Duration,Kind'.split(','),
  );
  expect(ITEM_COLUMNS.slice(shown.length).map(({ heading }) => heading)).toEqual(
    'ISRC,Release date,Explicit,ID,URI'.split(','),
  );
});

test('liked songs have the same columns but for who added them', () => {
  expect(LIKED_COLUMNS.map(({ id }) => id)).toEqual(
    ITEM_COLUMNS.map(({ id }) => id).filter((id) => id !== 'added-by'),
  );
});

test('a track in its cells', () => {
  expect(cells(item({}))).toEqual({
    position: 1,
    title: 'A Song',
    artists: 'Ada, Bob',
    album: 'Tapes',
    'added-on': '2026-08-01T10:00:00Z',
    'added-by': 'ada',
    duration: 187_999,
    kind: 'Track',
    isrc: 'SEXXX7300001',
    'release-date': '1973-03',
    explicit: 'No',
    id: ID,
    uri: `spotify:track:${ID}`,
  });
});

test('a gap has a title and a kind, and nothing else is made up', () => {
  const { position, title, kind, ...others } = cells(GAP);
  expect([position, title, kind]).toEqual([1, 'No longer available', 'Unavailable']);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
});

test.each([[''], [' '], [null]])('a title of %j is shown as missing', (title) => {
  expect(cells(item({ title }))).toMatchObject({ title: '(no title)' });
});

test('items sort by length, and those without one stand last both ways', () => {
  const rows = [GAP, item({ durationMs: 9000 }), item({ durationMs: 10_000 })];
  const sorted = (direction: 'ascending' | 'descending') =>
    sortRows(rows, ITEM_COLUMNS, { columnId: 'duration', direction });
  expect(sorted('ascending')).toEqual([rows[1], rows[2], GAP]);
  expect(sorted('descending')).toEqual([rows[2], rows[1], GAP]);
});

test('items sort by title, and those of unknown title stand last both ways, whatever is shown', () => {
  const rows = [GAP, item({ title: 'Zebra' }), item({ title: null }), item({ title: 'Apple' })];
  const sorted = (direction: 'ascending' | 'descending') =>
    sortRows(rows, ITEM_COLUMNS, { columnId: 'title', direction });
  expect(sorted('ascending')).toEqual([rows[3], rows[1], GAP, rows[2]]);
  expect(sorted('descending')).toEqual([rows[1], rows[3], GAP, rows[2]]);
});

describe('search', () => {
  const rows = [
    item({ id: '0000000000000000000001', title: 'Älska', explicit: true, uri: 'spotify:track:1' }),
    item({ artists: ['Zoë'], album: 'The Tapes' }),
    item({
      kind: 'episode',
      artists: [],
      album: 'A Show',
      uri: `spotify:episode:${ID}2`,
      id: null,
    }),
    item({ kind: 'local', id: null, uri: LOCAL, explicit: null, addedBy: 'secret' }),
    GAP,
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
    ['kind:episode', [2]],
    ['kind:local', [3]],
    ['kind:un', [4]],
    ['kind:track album:tapes zoe', [1]],
    ['kind:song', []],
    ['owner:me', []],
    [ID, [1]],
    [`spotify:track:${ID}`, [1]],
    [`https://open.spotify.com/intl-de/track/${ID}?si=a`, [1]],
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

  test('every operator has an example in the help, and every example is known', () => {
    const names = ITEM_SEARCH_HELP.map(({ example }) => example.split(':'));
    for (const [name = '', value = ''] of names.filter(({ length }) => length > 1))
      expect(ITEM_SEARCH.operators[name]?.(value), name).toBeTruthy();
    expect(names.map(([name]) => name)).toEqual(
      expect.arrayContaining(Object.keys(ITEM_SEARCH.operators)),
    );
  });
});

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [187_999, '3:07'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [3_765_000, '1:02:45'],
  [90_061_000, '25:01:01'],
])('%i ms are shown as %s', (ms, shown) => {
  expect(shownDuration(ms)).toBe(shown);
});

test.each([
  [0, 'less than a minute'],
  [59_999, 'less than a minute'],
  [60_000, '1 min'],
  [720_000, '12 min'],
  [3_600_000, '1 h'],
  [11_520_000, '3 h 12 min'],
  [360_060_000, '100 h 1 min'],
])('%i ms together are shown as %s', (ms, shown) => {
  expect(shownTotalDuration(ms)).toBe(shown);
});
