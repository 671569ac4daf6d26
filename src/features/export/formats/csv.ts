import Papa from 'papaparse';
import { ITEM_COLUMNS } from '../../../library/item-columns.ts';
import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import type { Format, FormatOptions } from './format.ts';
import { wellFormed } from './well-formed.ts';

type Cell = string | number | null;

/** A column of a file: Spotify's own words, where the table on the page helps the reader along. */
interface CsvColumn<Row> {
  readonly heading: string;
  readonly value: (row: Row) => Cell;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * What a spreadsheet might take for a formula, with any number of apostrophes before it. Such cells
 * get one more apostrophe; taking one off a cell that matches gives the text back.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

const TRACK_COLUMNS: readonly CsvColumn<PlaylistItem>[] = ITEM_COLUMNS.map((column) => {
  if (column.id === 'title') return { ...column, value: (item) => item.title };
  if (column.id === 'duration') return { ...column, heading: 'Duration (ms)' };
  return column;
});

/** Comma-separated values (RFC 4180), in UTF-8; empty cells stand for what Spotify does not tell. */
export const CSV: Format = {
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',

  table: (playlists, columns, options) =>
    begun(
      options,
      linesOf<Playlist>(
        columns.map((column) =>
          column.id === 'name' ? { ...column, value: (row) => row.name } : column,
        ),
        playlists,
        options,
      ),
    ),

  tracks: (list, options) => begun(options, linesOf(TRACK_COLUMNS, list.items, options)),

  merged(options) {
    const columnsOf = (name: string, id: string): readonly CsvColumn<PlaylistItem>[] => [
      { heading: 'Playlist', value: () => name },
      { heading: 'Playlist ID', value: () => id },
      ...TRACK_COLUMNS,
    ];
    return {
      head: begun(options, linesOf(columnsOf('', ''), [], options)),
      part: ({ name, playlist, items }) =>
        rowsOf(columnsOf(name, playlist?.id ?? ''), items, options),
      tail: () => '',
    };
  },
};

function begun({ hasByteOrderMark }: FormatOptions, text: string): string {
  return hasByteOrderMark ? BYTE_ORDER_MARK + text : text;
}

function linesOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  options: FormatOptions,
): string {
  const headings = columns.map(({ heading }) => heading);
  return textOf([headings], options) + rowsOf(columns, rows, options);
}

function rowsOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  options: FormatOptions,
): string {
  return textOf(
    rows.map((row) => columns.map(({ value }) => value(row))),
    options,
  );
}

function textOf(lines: readonly (readonly Cell[])[], { separator }: FormatOptions): string {
  if (lines.length === 0) return '';
  const cells = lines.map((line) =>
    line.map((cell) => (typeof cell === 'string' ? wellFormed(cell) : cell)),
  );
  const text = Papa.unparse(cells, {
    delimiter: separator,
    newline: LINE_END,
    escapeFormulae: FORMULA,
    // A line with nothing in it would be read as none.
    quotes: lines[0]?.length === 1,
  });
  return text + LINE_END;
}
