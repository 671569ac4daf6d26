import { expect, test } from 'vitest';
import { countDays } from '../../../src/library/histogram.ts';

/** Bins as `from..to=count`. */
function bins(days: readonly string[], finest: 'month' | 'year' = 'year'): readonly string[] {
  return countDays(days, finest).map(({ from, to, count }) =>
    from === to ? `${from}=${count}` : `${from}..${to}=${count}`,
  );
}

test('a few months are counted month by month where months are asked for', () => {
  const days = ['2023-11-30', '2024-01-01', '2023-11-01'];
  expect(bins(days, 'month')).toEqual(['2023-11=2', '2023-12=0', '2024-01=1']);
  expect(bins(days)).toEqual(['2023=2', '2024=1']);
});

test('twelve months have room, and of one more the years are counted', () => {
  expect(bins(['2023-02-01', '2024-01-31'], 'month')).toHaveLength(12);
  expect(bins(['2023-01-31', '2024-01-31'], 'month')).toEqual(['2023=1', '2024=1']);
});

test('twelve years have room, and of more several are counted together', () => {
  expect(bins(['2001', '2012-05'])).toHaveLength(12);
  expect(bins(['2001', '2013'])).toEqual([
    '2001=1',
    '2002..2003=0',
    '2004..2005=0',
    '2006..2007=0',
    '2008..2009=0',
    '2010..2011=0',
    '2012..2013=1',
  ]);
});

test('decades begin with their first year, and end with the last year there is', () => {
  const decades = bins(['1958', '1960-03', '1969-12-31', '2026-01-01']);
  expect(decades[0]).toBe('1958..1959=1');
  expect(decades[1]).toBe('1960..1969=2');
  expect(decades.at(-1)).toBe('2020..2026=1');
  expect(decades).toHaveLength(8);
});

test('what has no year is left out, and nothing gives nothing', () => {
  expect(bins(['', '0000', '1999'])).toEqual(['1999=1']);
  expect(bins(['', '0000'])).toEqual([]);
});

test('many days are counted', () => {
  const days = Array.from({ length: 200_000 }, (_, place) => String(1990 + (place % 10)));
  expect(bins(days)).toHaveLength(10);
  expect(bins(days)[3]).toBe('1993=20000');
});
