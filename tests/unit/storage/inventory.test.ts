import { expect, test } from 'vitest';
import { kindOfKey } from '../../../src/storage/inventory.ts';
import { KEYS, PREFIXES } from '../../../src/storage/keys.ts';

test('the page of what is stored knows the kind of every record', () => {
  const keys = [...Object.values(KEYS), ...Object.values(PREFIXES).map((prefix) => `${prefix}x`)];
  expect(keys.filter((key) => kindOfKey(key) === 'other')).toEqual([]);
  expect(kindOfKey('library:item:liked#50')).toBe('lists');
  expect(kindOfKey(KEYS.unfinishedExport)).toBe('export');
  expect(kindOfKey('of-a-newer-version')).toBe('other');
});
