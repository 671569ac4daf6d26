import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CSV } from '../../../src/features/export/formats/csv.ts';
import type { FormatOptions } from '../../../src/features/export/formats/format.ts';
import { ITEM_COLUMNS } from '../../../src/library/item-columns.ts';
import { PLAYLIST_COLUMNS } from '../../../src/library/playlist-columns.ts';
import type { Playlist, PlaylistItem } from '../../../src/library/types.ts';
import { anyItems, anyPlaylist, OPTIONS, whole } from './exported-rows.ts';

const GUARDED = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Reads a file with a parser that this project did not write, and takes the guard off. */
function read(csv: string, delimiter = ','): string[][] {
  const rows: string[][] = parse(Buffer.from(csv), { delimiter, relaxQuotes: false, bom: false });
  return rows.map((row) => row.map((cell) => (GUARDED.test(cell) ? cell.replace(/^'/, '') : cell)));
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
  expect(headings).toEqual(['Name', 'Owner', 'Tracks', 'Visibility', 'ID']);
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

test('no cell of text begins like a formula', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const csv = CSV.tracks({ name: 'Any', playlist: null, items }, OPTIONS);
      const rows: string[][] = parse(Buffer.from(csv), { bom: false });
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    }),
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
