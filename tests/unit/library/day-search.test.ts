import { expect, test } from 'vitest';
import { findsByDay } from '../../../src/library/day-search.ts';
import { valueIn, withValue } from '../../../src/library/query.ts';

const DAYS = ['', '1973', '1973-03', '1979-12-31', '1980-01-01', '1989-12-31', '1990'];

function found(value: string): readonly string[] | null {
  const isMet = findsByDay((day: string) => day)(value);
  return isMet && DAYS.filter(isMet);
}

test.each([
  ['1973', ['1973', '1973-03']],
  ['1973-03', ['1973-03']],
  ['198', ['1980-01-01', '1989-12-31']],
  ['1980..1989', ['1980-01-01', '1989-12-31']],
  ['1979-12..1980-01', ['1979-12-31', '1980-01-01']],
  ['..1979', ['1973', '1973-03', '1979-12-31']],
  ['1989..', ['1989-12-31', '1990']],
  ['1989.', ['1989-12-31', '1990']],
  ['1990..1980', []],
])('%s finds these days', (value, days) => {
  expect(found(value)).toEqual(days);
});

test.each(['soon', '1980...1989', '1980/81'])('%s means nothing', (value) => {
  expect(found(value)).toBeNull();
});

test.each([
  ['', 'added', '2023', 'added:2023'],
  ['slow', 'added', '2023', 'slow added:2023'],
  ['added:2022 slow', 'added', '2023', 'slow added:2023'],
  ['slow Added:2022 day', 'added', null, 'slow day'],
  ['released:1984', 'added', '2023', 'released:1984 added:2023'],
  ['added:2023', 'added', null, ''],
])('the query %j with %s as %j is %j', (query, operator, value, next) => {
  expect(withValue(query, operator, value)).toBe(next);
  expect(valueIn(next, operator)).toBe(value);
});
