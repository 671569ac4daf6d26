import { expect, test } from 'vitest';
import { formatDuration, formatTotalDuration } from '../../../src/library/duration.ts';
import { ITEM_COLUMNS, LIKED_COLUMNS } from '../../../src/library/item-columns.ts';
import { sortRows } from '../../../src/library/sort.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import { GAP, ITEM_ID, item } from '../../support/unit/items.ts';

/** What the table shows of an item, by column. */
function cells(row: PlaylistItem): Record<string, unknown> {
  return Object.fromEntries(ITEM_COLUMNS.map(({ id, value }) => [id, value(row)]));
}

test('the columns, left to right', () => {
  const isOptional = (column: (typeof ITEM_COLUMNS)[number]) => 'isOptional' in column;
  const headingsOf = (columns: readonly { readonly heading: string }[]) =>
    columns.map(({ heading }) => heading).join();
  expect(headingsOf(ITEM_COLUMNS.filter((column) => !isOptional(column)))).toBe(
    'Position,Title,Album,Added on,Added by,Duration',
  );
  expect(headingsOf(ITEM_COLUMNS.filter(isOptional))).toBe(
    'Artists,Kind,ISRC,Release date,Explicit,ID,URI',
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
    id: ITEM_ID,
    uri: `spotify:track:${ITEM_ID}`,
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
  expect(formatDuration(ms)).toBe(shown);
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
  expect(formatTotalDuration(ms)).toBe(shown);
});
