import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CSV, separatorOf } from '../../../src/features/export/formats/csv.ts';
import type { FormatOptions } from '../../../src/features/export/formats/format.ts';
import { ITEM_COLUMNS } from '../../../src/library/item-columns.ts';
import { PLAYLIST_COLUMNS } from '../../../src/library/playlist-columns.ts';
import type { Playlist, PlaylistItem } from '../../../src/library/types.ts';
import { anyItem, anyItems, anyPlaylist, OPTIONS, whole } from './exported-rows.ts';

/** The guide's way to take the guard off a cell. */
const GUARD = guardIn(readFileSync('.github/USING.md', 'utf8'));

function guardIn(guide: string): RegExp {
  const [, source = ''] = /`\/(\S+)\/gu`/.exec(guide) ?? [];
  return new RegExp(source, 'gu');
}

/** Reads a file with a parser that this project did not write, and takes the guard off. */
function read(csv: string, delimiter = ','): string[][] {
  const rows: string[][] = parse(Buffer.from(csv), { delimiter, relaxQuotes: false, bom: false });
  return rows.map((row) => row.map((cell) => cell.replace(GUARD, '')));
}

function cellsOf(item: PlaylistItem): string[] {
  return ITEM_COLUMNS.map((column) => {
    const value = column.id === 'title' ? item.title : column.value(item);
    return whole(String(value ?? ''));
  });
}

const anyOptions: fc.Arbitrary<FormatOptions> = fc.record({
  separator: fc.constantFrom(',' as const, ';' as const),
  hasByteOrderMark: fc.constant(false),
  exportedAt: fc.constant(OPTIONS.exportedAt),
});

function merged(options: FormatOptions) {
  const file = CSV.merged?.(options);
  if (!file) throw new Error('CSV puts many lists into one file');
  return file;
}

test('any tracks are read back by another parser as Spotify sent them', () => {
  fc.assert(
    fc.property(anyItems, anyOptions, (items, options) => {
      const csv = CSV.tracks({ name: 'Any', playlist: null, items }, options);
      const [headings, ...rows] = read(csv, options.separator);
      expect(headings).toContain('Title');
      expect(rows).toEqual(items.map(cellsOf));
    }),
  );
});

test('any playlists are read back, with the columns that are shown', () => {
  fc.assert(
    fc.property(
      fc.array(anyPlaylist),
      fc.subarray([...PLAYLIST_COLUMNS], { minLength: 1 }),
      anyOptions,
      (playlists, columns, options) => {
        const csv = CSV.table?.(playlists, columns, options) ?? '';
        const cell = (playlist: Playlist, column: (typeof columns)[number]) =>
          column.id === 'name' ? playlist.name : column.value(playlist);
        expect(read(csv, options.separator)).toEqual([
          columns.map(({ heading }) => heading),
          ...playlists.map((row) =>
            columns.map((column) => whole(String(cell(row, column) ?? ''))),
          ),
        ]);
      },
    ),
  );
});

test('a column that is called otherwise on the page keeps its heading in files', () => {
  const renamed = PLAYLIST_COLUMNS.map((column) => ({ ...column, heading: 'Renamed' }));
  const [headings] = read(CSV.table?.([], renamed, OPTIONS) ?? '');
  expect(headings).toEqual(['Name', 'Owner', 'Tracks', 'Visibility', 'Description', 'ID']);
});

test('in one file of many lists each row tells its list', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyPlaylist, anyItems)), (lists) => {
      const file = merged(OPTIONS);
      const parts = lists.map(([playlist, items]) =>
        file.part({ name: playlist.name, playlist, items }),
      );
      const [headings, ...rows] = read([file.head, ...parts, file.tail([])].join(''));
      expect(headings?.slice(0, 2)).toEqual(['Playlist', 'Playlist ID']);
      expect(rows).toEqual(
        lists.flatMap(([{ name, id }, items]) =>
          items.map((item) => [whole(name), whole(id), ...cellsOf(item)]),
        ),
      );
    }),
  );
});

/** What a spreadsheet may take for a formula, after what it may drop. */
const FORMULA = /^["\s\p{Cc}\p{DI}]*[=+\-@＝＋－＠]/u;

test('no cell of text begins like a formula, whichever way the file is taken apart', () => {
  fc.assert(
    fc.property(anyItems, anyOptions, (items, options) => {
      const csv = CSV.tracks({ name: 'Any', playlist: null, items }, options);
      const rows: string[][] = parse(Buffer.from(csv), {
        delimiter: options.separator,
        bom: false,
      });
      expect(rows.flat().filter((cell) => /^[\t\r\n]/.test(cell) || FORMULA.test(cell))).toEqual(
        [],
      );
      // A quote that does not begin a cell quotes nothing, so that any separator may end the cell.
      for (const separator of [',', ';', '\t', '|', /[,;\t|]/])
        expect(
          csv
            .split(/[\r\n]/)
            .flatMap((line) => line.split(separator).filter((cell) => FORMULA.test(cell))),
        ).toEqual([]);
    }),
  );
});

test.each([
  ['Totals;=1+2;x', `"Totals;'=1+2;x"`],
  ['x,=1+2', `"x,'=1+2"`],
  ['a\tb', '"a\tb"'],
  ['a|b', '"a|b"'],
  ['\u00A0=1+2', "'\u00A0=1+2"],
  ['\u200B=1+2', "'\u200B=1+2"],
  ["'=1+2", "''=1+2"],
  ['Side A\r\nSide B', '"Side A\r\nSide B"'],
  ['Rock - Pop', 'Rock - Pop'],
])('the name %j is written as %j', (title, expected) => {
  const [item] = fc.sample(anyItem, { numRuns: 1, seed: 1 });
  const items = item ? [{ ...item, title, position: 7 }] : [];
  for (const separator of [',', ';'] as const)
    expect(CSV.tracks({ name: 'Any', playlist: null, items }, { ...OPTIONS, separator })).toContain(
      `\r\n7${separator}${expected}${separator}`,
    );
});

test('the byte order mark stands first, and only where it is asked for', () => {
  const list = { name: 'Empty', playlist: null, items: [] };
  const marked = { ...OPTIONS, hasByteOrderMark: true };
  expect(CSV.tracks(list, marked)).toBe(`\uFEFF${CSV.tracks(list, OPTIONS)}`);
  expect(CSV.table?.([], PLAYLIST_COLUMNS, marked)).toMatch(/^\uFEFFName,/);
  expect(merged(marked).head).toMatch(/^\uFEFFPlaylist,/);
  expect(CSV.tracks(list, OPTIONS)).toMatch(
    /^Position,Title,Artists,Album,Added on,Added by,Duration \(ms\),Kind,ISRC,/,
  );
});

test('a line with one empty cell is no empty line, which parsers leave out', () => {
  const [playlist] = fc.sample(anyPlaylist, { numRuns: 1, seed: 1 });
  const [nameColumn] = PLAYLIST_COLUMNS;
  const unnamed = playlist ? [{ ...playlist, name: '' }] : [];
  expect(CSV.table?.(unnamed, [nameColumn], OPTIONS)).toBe('"Name"\r\n""\r\n');
});

test.each([
  ['en-US', ','],
  ['de', ';'],
  ['pt-BR', ';'],
  ['C', ','],
  ['', ','],
])('for a browser in “%s” a spreadsheet separates by “%s”', (language, separator) => {
  expect(separatorOf(language)).toBe(separator);
});
