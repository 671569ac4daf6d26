import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/library/columns.ts';
import { nextSorting, type Sorting, sortRows } from '../../../src/library/sort.ts';

interface Row {
  readonly value: string | number | null;
  readonly place: number;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'value',
    heading: 'Value',
    value: (row) => row.value,
    align: 'start',
    searched: false,
    width: '1fr',
  },
];
const ASCENDING: Sorting = { columnId: 'value', direction: 'ascending' };
const DESCENDING: Sorting = { columnId: 'value', direction: 'descending' };

function rowsOf(values: readonly Row['value'][]): readonly Row[] {
  return values.map((value, place) => ({ value, place }));
}

function sorted(values: readonly Row['value'][], sorting: Sorting): readonly Row['value'][] {
  return sortRows(rowsOf(values), COLUMNS, sorting).map((row) => row.value);
}

test.each([
  ['names, numbers in them in order', ['Mix 2', 'Mix 10', 'Mix 100']],
  ['names without regard to case first', ['apple', 'Banana', 'cherry']],
  ['names with diacritics beside those without', ['eclair', 'Été', 'etude']],
  ['numbers as numbers', [0, 9, 10, 100, 1000]],
  ['times', ['2016-02-29T23:59:59Z', '2016-03-01T00:00:00Z', '2026-01-01T00:00:00Z']],
  ['dates of any precision', ['1973', '1973-02', '1973-02-28', '1973-10', '1973-10-02', '1974']],
])('%s', (_, values) => {
  expect(sorted(values.toReversed(), ASCENDING)).toEqual(values);
  expect(sorted(values, DESCENDING)).toEqual(values.toReversed());
});

test('unknown values stand last both ways', () => {
  const values = [null, 0, null, 7, -1, null];
  expect(sorted(values, ASCENDING)).toEqual([-1, 0, 7, null, null, null]);
  expect(sorted(values, DESCENDING)).toEqual([7, 0, -1, null, null, null]);
  expect(sorted([null, '', 'a'], DESCENDING)).toEqual(['a', '', null]);
});

test('without a sorting, or by a column that there is not, the rows stay as they are', () => {
  const rows = rowsOf([2, 1]);
  expect(sortRows(rows, COLUMNS, null)).toBe(rows);
  expect(sortRows(rows, COLUMNS, { columnId: 'other', direction: 'ascending' })).toBe(rows);
});

test('the given rows are left alone', () => {
  const rows = Object.freeze(rowsOf([2, 1]));
  expect(sortRows(rows, COLUMNS, ASCENDING)).toEqual([rows[1], rows[0]]);
  expect(rows.map((row) => row.place)).toEqual([0, 1]);
});

describe('whatever the values', () => {
  /** Many made-up rows in which most values come several times; same seed, same rows. */
  function madeUp(seed: number): readonly Row[] {
    let state = seed;
    const below = (limit: number) => {
      state = (state * 16_807) % 2_147_483_647;
      return state % limit;
    };
    const values = Array.from({ length: 500 }, () => {
      const choice = below(4);
      if (choice === 0) return null;
      return seed % 2 === 0 ? below(40) : `Mix ${below(40)}`;
    });
    return rowsOf(values);
  }
  const cases = Array.from({ length: 20 }, (_, seed) => [seed + 1] as const);

  test.each(cases)('equal rows keep their order both ways (seed %i)', (seed) => {
    for (const sorting of [ASCENDING, DESCENDING]) {
      const rows = sortRows(madeUp(seed), COLUMNS, sorting);
      for (const [at, row] of rows.entries()) {
        const before = rows[at - 1];
        if (before?.value === row.value) expect(before.place).toBeLessThan(row.place);
      }
    }
  });

  test.each(cases)('no row is lost, and the unknown are the tail (seed %i)', (seed) => {
    for (const sorting of [ASCENDING, DESCENDING]) {
      const rows = sortRows(madeUp(seed), COLUMNS, sorting);
      expect(new Set(rows.map((row) => row.place)).size).toBe(500);
      const known = rows.findIndex((row) => row.value === null);
      expect(rows.slice(known).every((row) => row.value === null)).toBe(true);
    }
  });

  test('each value is read once', () => {
    let readings = 0;
    const value = (row: Row) => {
      readings += 1;
      return row.value;
    };
    const counted = COLUMNS.map((column) => ({ ...column, value }));
    sortRows(madeUp(3), counted, ASCENDING);
    expect(readings).toBe(500);
  });
});

test('dates sort as dates in every language', () => {
  const dates = ['1999', '2000', '2000-01', '2000-01-31', '2000-02-01T00:00:00Z'];
  dates.push('2000-02-01T00:00:09Z', '2000-02-01T00:00:10Z', '2000-10', '2000-10-01', '2010-09-30');
  // Thai puts punctuation aside; Arabic and Persian have digits of their own.
  for (const language of ['en', 'de', 'sv', 'th', 'ar', 'fa', 'ja', 'zh', 'ko', 'hi', 'lt', 'tr']) {
    const { compare } = new Intl.Collator(language, { numeric: true });
    expect(dates.toReversed().sort(compare), language).toEqual(dates);
  }
});

test('the first click sorts ascending, the next turns it round, another column starts anew', () => {
  const first = nextSorting(null, 'value');
  expect(first).toEqual(ASCENDING);
  expect(nextSorting(first, 'value')).toEqual(DESCENDING);
  expect(nextSorting(DESCENDING, 'value')).toEqual(ASCENDING);
  expect(nextSorting(DESCENDING, 'name')).toEqual({ columnId: 'name', direction: 'ascending' });
});
