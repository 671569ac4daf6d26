import { expect, test } from 'vitest';
import { ROWS } from '../../../src/storage/row-shapes.ts';
import { GAP, item } from '../../support/unit/items.ts';

test('rows of every kind are read back', () => {
  expect(ROWS.item.areRows([item({}), GAP])).toBe(true);
});

test.each([
  { addedAt: '1970-01-01T00:00:00Z' },
  { addedAt: 'yesterday' },
  { addedAt: '' },
  { addedAt: 1e308 },
  { releaseDate: '0001-01-01' },
])('an older record with %j is read from Spotify anew', (changes) => {
  expect(ROWS.item.areRows([item({}), { ...item({}), ...changes }])).toBe(false);
});
