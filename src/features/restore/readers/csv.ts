import Papa from 'papaparse';
import { type Columns, findColumns, foldHeading, holdsSongs } from './columns.ts';
import { type ReadChoice, ReadError, type ReadFile, type ReadTable } from './read-file.ts';
import { collectTable } from './table.ts';
import { uriIn } from './values.ts';

/** Matches each apostrophe that this app's CSV puts before what a spreadsheet may take for a formula. */
const GUARD =
  /(?<=^|[,;\t|\n]|\r(?!\n))'(?='*(?:["\p{Z}\p{DI}]|[^\P{Cc}\t\r\n])*[=+\-@\t\r\n＝＋－＠])/gu;

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Number of characters that are parsed without a pause: some 10 ms. */
const CHUNK_CHARACTERS = 100_000;
/** Rows that are looked at to find the columns. */
const SAMPLE_ROWS = 200;
/** Rows that a person sees of a table. */
const SHOWN_ROWS = 4;

/** Headings that tell programs apart, folded; the first one whose headings are all there wins. */
const PROGRAMS: readonly (readonly [string, readonly string[]])[] = [
  ['exportify.app CSV', ['trackuri', 'trackname', 'artisturis', 'albumuri']],
  ['exportify.net CSV', ['trackuri', 'trackname', 'artistnames', 'durationms']],
  ['Chosic CSV', ['song', 'artist', 'spotifytrackid']],
  ['TuneMyMusic CSV', ['trackname', 'artistname', 'playlistname', 'type']],
  ['Soundiiz CSV', ['title', 'artist', 'album', 'isrc']],
  ['exportify.app CSV', ['spotifyuri', 'artistname', 'albumname']],
  ['RiMusic CSV', ['playlistbrowseid', 'mediaid', 'title']],
];
const OWN = ['position', 'title', 'artists', 'durationms', 'kind', 'uri'];
/** This app's table of playlists, which holds no songs. */
const OWN_PLAYLISTS = ['name', 'owner', 'tracks', 'visibility'];

/** The first rows of a table, and how it is read. */
interface TableStart extends ReadTable {
  readonly body: string;
  readonly isOwn: boolean;
  readonly folded: readonly string[];
  readonly hasHeadings: boolean;
}

/**
 * Reads a table of songs: of this app, of other programs, or of anybody, with or without headings. Gives control back
 * between chunks, so that the page stays usable. `undefined` where no column holds songs, unless a person chose how
 * to read it.
 *
 * @throws ReadError for this app's table of playlists.
 */
export async function readCsv(
  text: string,
  name: string,
  choice?: ReadChoice,
): Promise<ReadFile | undefined> {
  const start = startOf(text, choice);
  if (!start) return undefined;
  const { body, isOwn, folded, columns, hasHeadings, delimiter } = start;
  const has = (wanted: readonly string[]) => wanted.every((heading) => folded.includes(heading));
  if (has(OWN_PLAYLISTS) && !isOwn) throw new ReadError('playlists-only');
  if (!holdsSongs(columns)) return choice ? asUnknown(start) : undefined;

  const table = collectTable({ headings: start.headings, columns, isOwn, name });
  let toSkip = hasHeadings ? 1 : 0;
  await parseInChunks(body, { delimiter, skipEmptyLines: true }, (rows) => {
    const kept = toSkip > 0 ? rows.slice(toSkip) : rows;
    toSkip = 0;
    table.add(isOwn ? kept.map((row) => row.map((cell) => cell.replace(GUARD, ''))) : kept);
  });
  const program = isOwn ? 'Liner Notes CSV' : PROGRAMS.find(([, wanted]) => has(wanted))?.[0];
  return {
    format: program ?? otherName(columns, folded),
    lists: table.lists(),
    warnings: [],
    table: tableOf(start),
  };
}

/**
 * Gives a table of which no column was recognised, without songs, for a person to say what its columns hold;
 * `undefined` for a text whose lines are no rows of one width.
 */
export function unknownTable(text: string): ReadFile | undefined {
  const start = startOf(text);
  if (!start) return undefined;
  const width = start.headings.length;
  const isEven = start.sample.every((row) => row.length === width);
  return width > 1 && start.sample.length > 0 && isEven ? asUnknown(start) : undefined;
}

function asUnknown(start: TableStart): ReadFile {
  return {
    format: 'Table',
    lists: [],
    warnings: [],
    table: { ...tableOf(start), isUnknown: true },
  };
}

function tableOf({ headings, sample, columns, delimiter }: TableStart): ReadTable {
  return { headings, sample: sample.slice(0, SHOWN_ROWS), columns, delimiter, isUnknown: false };
}

/** Reads the first rows of a table, and finds its columns where nobody chose them. */
function startOf(text: string, choice: ReadChoice = {}): TableStart | undefined {
  const [, named, rest] = /^\uFEFF?sep=(.)\r?\n(.*)$/s.exec(text) ?? [];
  const body = rest ?? text.replace(/^\uFEFF/, '');
  const found = choice.delimiter ?? named ?? delimiterOf(body);
  if (found === undefined && !body.includes('\n')) return undefined;
  const delimiter = found ?? ',';
  const options = { delimiter, skipEmptyLines: true, preview: SAMPLE_ROWS } as const;
  const start = Papa.parse<string[]>(body, options).data;
  const [first = [], ...others] = start;
  const hasHeadings = choice.hasHeadings ?? !first.some((cell) => uriIn(cell) !== null);
  const headings = hasHeadings ? first : [];
  const folded = headings.map(foldHeading);
  const sample = hasHeadings ? others : start;
  return {
    body,
    headings,
    sample,
    folded,
    hasHeadings,
    delimiter,
    columns: choice.columns ?? findColumns(headings, sample),
    isOwn: OWN.every((heading) => folded.includes(heading)),
    isUnknown: false,
  };
}

function otherName({ uri, artists, album }: Columns, folded: readonly string[]): string {
  const isTranslated =
    uri !== undefined && artists !== undefined && album !== undefined && folded[uri] !== 'uri';
  return isTranslated && artists === uri + 3 ? 'exportify.app CSV' : 'CSV';
}

/** Gives the delimiter that stands most often outside quotes in the first line; `undefined` without any. */
function delimiterOf(text: string): string | undefined {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text.slice(0, CHUNK_CHARACTERS)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const countOf = (delimiter: string) => counts.get(delimiter) ?? 0;
  const [best] = DELIMITERS.toSorted((one, other) => countOf(other) - countOf(one));
  return best && countOf(best) > 0 ? best : undefined;
}

function parseInChunks(
  text: string,
  options: { readonly delimiter: string; readonly skipEmptyLines: true },
  onRows: (rows: readonly (readonly string[])[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(text, {
      ...options,
      chunkSize: CHUNK_CHARACTERS,
      chunk: ({ data }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
        parser.pause();
        try {
          onRows(data);
        } catch (error) {
          reject(error);
          return;
        }
        setTimeout(() => parser.resume());
      },
      complete: () => resolve(),
    });
  });
}
