import { expect, test } from 'vitest';
import {
  countDays,
  datesOfRange,
  rangeOfValue,
  ticksOf,
  valueOfRange,
} from '../../../src/library/histogram.ts';

/** Bins as `from..to=count`. */
function bins(days: readonly string[]): readonly string[] {
  return countDays(days).map(({ from, to, count }) =>
    from === to ? `${from}=${count}` : `${from}..${to}=${count}`,
  );
}

test('four months are counted by day, with the days between', () => {
  expect(bins(['2023-11-30', '2023-12-02', '2023-11-30'])).toEqual([
    '2023-11-30=2',
    '2023-12-01=0',
    '2023-12-02=1',
  ]);
  expect(bins(['2023-01-01', '2023-04-30'])).toHaveLength(120);
});

test.each([
  ['weeks, from Monday on', '2023-05-01', '2023-05-01..2023-05-07=1', 19],
  ['months', '2026-02-14', '2026-02-01..2026-02-28=1', 39],
  ['quarters', '2036-11-30', '2036-10-01..2036-12-31=1', 57],
  ['years', '2056-03-01', '2056-01-01..2056-12-31=1', 35],
])('more are counted by %s', (_, last, bin, count) => {
  const counted = bins(['2022-12-31', last]);
  expect(counted.at(-1)).toBe(bin);
  expect(counted).toHaveLength(count);
});

test('what has no day is left out, and nothing gives nothing', () => {
  expect(bins(['', '2023-11-30'])).toEqual(['2023-11-30=1']);
  expect(bins(['', ''])).toEqual([]);
  expect(bins([])).toEqual([]);
});

test('many days are counted', () => {
  const days = Array.from({ length: 200_000 }, (_, place) => `2019-0${1 + (place % 4)}-01`);
  expect(bins(days)[0]).toBe('2019-01-01=50000');
});

/** Months from November 2016 to January 2026. */
const MONTHS = countDays(['2016-11-20', '2026-01-05']);
const placeOf = (month: string) => MONTHS.findIndex(({ from }) => from.startsWith(month));

test.each([
  ['2019-01', '2019-12', '2019'],
  ['2019-01', '2021-12', '2019..2021'],
  ['2019-03', '2019-03', '2019-03'],
  ['2019-03', '2021-12', '2019-03..2021-12'],
  ['2016-11', '2018-02', '2016-11..2018-02'],
])('the bins from %s to %s are the search for %s, and back', (from, to, value) => {
  const range = { first: placeOf(from), last: placeOf(to) };
  expect(valueOfRange(MONTHS, range)).toBe(value);
  expect(rangeOfValue(MONTHS, value)).toEqual(range);
});

test('all bins, or none, are no search', () => {
  expect(valueOfRange(MONTHS, { first: 0, last: MONTHS.length - 1 })).toBeNull();
  expect(datesOfRange(MONTHS, { first: 0, last: MONTHS.length - 1 })).toEqual([
    '2016-11',
    '2026-01',
  ]);
  expect(valueOfRange([], { first: 0, last: 0 })).toBeNull();
});

test('bins of days and weeks are searched for by days', () => {
  const days = countDays(['2023-11-20', '2023-12-10']);
  expect(valueOfRange(days, { first: 1, last: 1 })).toBe('2023-11-21');
  expect(valueOfRange(days, { first: 1, last: 11 })).toBe('2023-11-21..2023-12-01');
  const weeks = countDays(['2023-05-01', '2024-05-01']);
  expect(valueOfRange(weeks, { first: 0, last: 1 })).toBe('2023-05-01..2023-05-14');
});

test.each([
  ['2019..', '2019-01', '2026-01'],
  ['..2019', '2016-11', '2019-12'],
  ['2019-05-17', '2019-05', '2019-05'],
  ['2019-05-17..2019-07-01', '2019-05', '2019-07'],
  ['2019-05.', '2019-05', '2026-01'],
  ['201', '2016-11', '2019-12'],
  ['2010..2017-01', '2016-11', '2017-01'],
])('the search for %s covers the bins from %s to %s', (value, from, to) => {
  expect(rangeOfValue(MONTHS, value)).toEqual({ first: placeOf(from), last: placeOf(to) });
});

test.each([[null], [''], ['soon'], ['2010'], ['2021..2019'], ['2019..2020..2021']])(
  'the search for %j covers no bins',
  (value) => {
    expect(rangeOfValue(MONTHS, value)).toBeNull();
  },
);

test.each([
  ['years', ['2016-11-20', '2026-01-05'], '2017,2018,2019,2020,2021,2022,2023,2024,2025,2026'],
  [
    'every other year',
    ['2006-11-20', '2026-01-05'],
    '2008,2010,2012,2014,2016,2018,2020,2022,2024,2026',
  ],
  ['months of one year', ['2023-04-03', '2023-07-02'], '2023-05,2023-06,2023-07'],
  ['the first day within a month', ['2023-04-03', '2023-04-05'], '2023-04-03'],
  ['nothing', [], ''],
])('the axis is labelled with %s', (_, days, labels) => {
  expect(
    ticksOf(countDays(days))
      .map(({ date }) => date)
      .join(),
  ).toBe(labels);
});

test('a label stands below the bin in which its year begins', () => {
  const [tick] = ticksOf(MONTHS);
  expect(tick).toEqual({ place: placeOf('2017-01'), date: '2017' });
});
