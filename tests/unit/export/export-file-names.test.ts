import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFileNames, safeFileName } from '../../../src/features/export/job/file-names.ts';
import { anyText } from './exported-rows.ts';

const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8');

test.each([
  ['AC/DC: "Live?" <1992> | a\\b*', 'AC_DC_ _Live__ _1992_ _ a_b_'],
  ['con', '_con'],
  ['COM1.backup', '_COM1.backup'],
  ['Lpt9', '_Lpt9'],
  ['LPT²', '_LPT²'],
  ['NUL .backup', '_NUL .backup'],
  ['conqueror', 'conqueror'],
  ['.hidden', 'hidden'],
  ['The End...', 'The End'],
  ['The End . . ', 'The End'],
  ['  Side A\r\nSide B\t', 'Side A Side B'],
  ['', 'Playlist'],
  ['...', 'Playlist'],
  ['Evening \u202Egninrom\u202C', 'Evening _gninrom_'],
  ['half \uD83C', 'half \uFFFD'],
  ['A\u0308lska', 'Älska'],
  ['🌊 by the sea', '🌊 by the sea'],
])('%j becomes the file name %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('names that only case or composition tells apart get a number', () => {
  const names = makeFileNames();
  const given = ['Mix', 'mix', 'MIX', 'Mix (2)', 'Älska', 'A\u0308LSKA', 'Straße', 'STRASSE'];
  expect(given.map((name) => names.next(name, 'csv'))).toEqual([
    'Mix.csv',
    'mix (2).csv',
    'MIX (3).csv',
    'Mix (2) (2).csv',
    'Älska.csv',
    'ÄLSKA (2).csv',
    'Straße.csv',
    'STRASSE (2).csv',
  ]);
});

test.each([
  ['a capital sharp s', 'Straße', 'STRAẞE'],
  ['a character that is not seen', 'by the sea', 'by the\u200D sea'],
])('names that only %s tells apart get a number', (_, one, other) => {
  const names = makeFileNames();
  expect([names.next(one, 'csv'), names.next(other, 'csv')]).toEqual([
    `${one}.csv`,
    `${other} (2).csv`,
  ]);
});

test('any names make files that every system takes, and none takes for another', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.constantFrom('a', 'A', 'a ', 'a.'))), (given) => {
      const names = makeFileNames();
      const made = given.map((name) => names.next(name, 'csv'));
      const folded = made.map((name) => name.normalize('NFD').toUpperCase());
      expect(new Set(folded).size).toBe(given.length);
      for (const name of made) {
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Surrogate}]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(bytesOf(name)).toBeLessThanOrEqual(200);
        expect(name.normalize('NFD').length).toBeLessThanOrEqual(255);
      }
    }),
  );
});

test('a long name is cut between whole characters', () => {
  const family = '👩‍👩‍👧‍👦';
  expect(safeFileName(family.repeat(20))).toBe(family.repeat(4));
});
