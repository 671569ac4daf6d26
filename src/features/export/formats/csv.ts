import Papa from 'papaparse';
import { ITEM_COLUMNS } from '../../../library/item-columns.ts';
import type { PLAYLIST_COLUMNS } from '../../../library/playlist-columns.ts';
import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import {
  type Format,
  type FormatOptions,
  type RowTable,
  type Separator,
  wellFormed,
} from './format.ts';

type Cell = string | number | null;

/**
 * A column of a CSV file; its values are Spotify's, without the placeholders that the table renders for missing ones.
 */
interface CsvColumn<Row> {
  readonly heading: string;
  readonly value: (row: Row) => Cell;
}

type HeadingsOf<Columns extends readonly { readonly id: string }[]> = Readonly<
  Record<Columns[number]['id'], string>
>;

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** Characters that some spreadsheet uses as cell separators, whichever separator the file uses. */
const SEPARATORS = /[,;\t|]/;

/**
 * Matches each position in a cell where a spreadsheet may start to parse a formula (CSV injection): the start, and
 * after each separator and line break, because a spreadsheet with another separator splits the cell there. Quotes,
 * spaces and invisible characters before the formula are skipped. An apostrophe is inserted at each match; existing
 * apostrophes match too, so that removing one per position restores the text.
 */
const FORMULAS =
  /(?<=^|[,;\t|\n]|\r(?!\n))(?='*(?:["\p{Z}\p{DI}]|[^\P{Cc}\t\r\n])*[=+\-@\t\r\n＝＋－＠])/gu;

/** Column headings of a file, by column id. Programs read them, so they are independent of the labels on screen. */
const PLAYLIST_HEADINGS: HeadingsOf<typeof PLAYLIST_COLUMNS> = {
  name: 'Name',
  owner: 'Owner',
  tracks: 'Tracks',
  visibility: 'Visibility',
  description: 'Description',
  id: 'ID',
};
const TRACK_HEADINGS: HeadingsOf<typeof ITEM_COLUMNS> = {
  position: 'Position',
  title: 'Title',
  artists: 'Artists',
  album: 'Album',
  'added-on': 'Added on',
  'added-by': 'Added by',
  duration: 'Duration (ms)',
  kind: 'Kind',
  isrc: 'ISRC',
  'release-date': 'Release date',
  explicit: 'Explicit',
  id: 'ID',
  uri: 'URI',
};

const TRACK_COLUMNS: readonly CsvColumn<PlaylistItem>[] = ITEM_COLUMNS.map((column) => ({
  heading: TRACK_HEADINGS[column.id],
  value: column.id === 'title' ? (item) => item.title : column.value,
}));

/** Gives the separator that Excel expects in a language: a semicolon where the comma is the decimal mark. */
export function separatorOf(language: string): Separator {
  return decimalMarkOf(language) === ',' ? ';' : ',';
}

function decimalMarkOf(language: string): string | undefined {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(1.5);
    return parts.find(({ type }) => type === 'decimal')?.value;
  } catch {
    // A browser may name its language by a word that is no language tag, such as "C".
    return undefined;
  }
}

/** Writes the rows of any table as CSV. */
export function encodeRows({ columns, rows }: RowTable, options: FormatOptions): string {
  const values = columns.map(({ heading }, at) => ({
    heading,
    value: (row: readonly Cell[]) => row[at] ?? null,
  }));
  return begun(options, linesOf<readonly Cell[]>(values, rows, options));
}

/** Comma-separated values (RFC 4180) in UTF-8; a value that Spotify omits is an empty cell. */
export const CSV: Format = {
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',

  table: (playlists, columns, options) =>
    begun(
      options,
      linesOf<Playlist>(
        columns.map(({ id, value }) => ({
          heading: playlistHeading(id),
          value: id === 'name' ? (row) => row.name : value,
        })),
        playlists,
        options,
      ),
    ),

  rows: encodeRows,

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

function playlistHeading(id: string): string {
  const headings: Readonly<Record<string, string>> = PLAYLIST_HEADINGS;
  return headings[id] ?? id;
}

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
    line.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell)),
  );
  const text = Papa.unparse(cells, {
    delimiter: separator,
    newline: LINE_END,
    // A parser skips an empty line, so the only cell of a line is always quoted.
    quotes: (cell: Cell) => lines[0]?.length === 1 || SEPARATORS.test(String(cell)),
  });
  return text + LINE_END;
}

function guarded(cell: string): string {
  return wellFormed(cell).replace(FORMULAS, "'");
}
