import { expect, test } from 'vitest';
import { formatAge } from '../../../src/words/age.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const YEAR = 365 * 24 * 60 * MINUTE;

test.each([
  [0, 'just now'],
  [MINUTE - 1, 'just now'],
  // The time on the screen is up to a second old.
  [-SECOND, 'just now'],
  [5 * MINUTE, '5 minutes ago'],
  [3 * 60 * MINUTE, '3 hours ago'],
  [-5 * MINUTE, 'an unknown time'],
  [-YEAR, 'an unknown time'],
])('[s29] an age of %i ms is %s', (ms, text) => {
  expect(formatAge(ms)).toBe(text);
});
