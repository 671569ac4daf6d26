import { expect, test } from 'vitest';
import { hasTerms, withTerms } from '../../../src/library/query.ts';

test.each([
  ['owner:me', 'owner:me', true],
  ['  sunday OWNER:Me ', 'owner:me', true],
  ['owner:merle', 'owner:me', false],
  ['"owner:me"', 'owner:me', false],
  ['owner:"a name" slow', 'owner:"a name"', true],
  ['owner:me', 'owner:me public:no', false],
  ['', 'owner:me', false],
])('in %j the terms %j are there: %j', (query, terms, isThere) => {
  expect(hasTerms(query, terms)).toBe(isThere);
});

test.each(['', 'sunday', '"slow  sunday" tracks:>10', 'owner:"a name"'])(
  'terms added to %j are there, and taken away leave what was typed',
  (query) => {
    const added = withTerms(query, 'owner:me', true);
    expect(hasTerms(added, 'owner:me')).toBe(true);
    expect(withTerms(added, 'owner:me', true)).toBe(added);
    expect(withTerms(added, 'owner:me', false)).toBe(query);
  },
);
