import { type Columns, foldHeading, type Role } from './columns.ts';
import { type FileList, type FileRow, isLikedName, NO_SONG } from './read-file.ts';
import { dayIn, durationIn, isrcIn, uriIn, uriOfId, wordsIn } from './values.ts';

/** Facts of a table beside its cells. */
export interface TableFacts {
  readonly headings: readonly string[];
  readonly columns: Columns;
  /** Whether this app wrote the table. */
  readonly isOwn: boolean;
  /** Name of the list, where no column names one. */
  readonly name: string;
}

/** Makes lists of the rows of a table, one for each playlist that a column names. */
export interface TableLists {
  readonly add: (rows: readonly (readonly string[])[]) => void;
  readonly lists: () => readonly FileList[];
}

/** Collects the rows of a table as they are parsed. */
export function collectTable({ headings, columns, isOwn, name }: TableFacts): TableLists {
  const lists = new Map<string, FileList & { readonly rows: FileRow[] }>();
  const unit = unitOf(headings[columns.duration ?? -1] ?? '', isOwn);
  const hasUriOfArtists = headings.some((heading) => /artisturi/.test(foldHeading(heading)));

  function add(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      const cell = (role: Role) => {
        const at = columns[role];
        const text = at === undefined ? '' : (row[at] ?? '');
        return !isOwn && /^(undefined|null)$/.test(text) ? '' : text;
      };
      if (row.every((each) => each.trim() === '')) continue;
      listOf(cell).rows.push(rowOf(cell));
    }
  }

  function listOf(cell: (role: Role) => string) {
    const listName = columns.playlist === undefined ? name : cell('playlist');
    const isLiked =
      /^favou?rites?$/i.test(cell('type')) ||
      (columns.playlistId !== undefined && isOwn
        ? cell('playlistId') === '' && isLikedName(listName)
        : isLikedName(listName));
    const key = JSON.stringify([listName, cell('playlistId'), isLiked]);
    const known = lists.get(key);
    if (known) return known;
    const kind = isLiked ? ('liked' as const) : ('playlist' as const);
    const id = (isOwn && cell('playlistId')) || null;
    const about = { name: listName || name, description: null, kind, ...(id && { id }) };
    const made: FileList & { readonly rows: FileRow[] } = { ...about, rows: [] };
    lists.set(key, made);
    return made;
  }

  function rowOf(cell: (role: Role) => string): FileRow {
    return {
      ...NO_SONG,
      uri: uriIn(cell('uri')) ?? (isOwn ? null : uriOfId(cell('id'))),
      isrc: isrcIn(cell('isrc')),
      title: wordsIn(cell('title')),
      artists: artistsIn(cell('artists')),
      album: wordsIn(cell('album')),
      durationMs: durationIn(cell('duration'), unit),
      addedAt: dayIn(cell('addedAt')),
    };
  }

  function artistsIn(text: string): readonly string[] {
    const parts = isOwn
      ? // As this app joins them; a name with a comma is two, which a comparison of names knows.
        text.split(', ')
      : hasUriOfArtists
        ? text.split(/(?<!\\), */).map((part) => part.replaceAll('\\,', ','))
        : text.split(';');
    return parts.map((part) => part.trim()).filter(Boolean);
  }

  return { add, lists: () => [...lists.values()] };
}

/** Gives the unit of bare lengths, in ms: seconds unless the heading says otherwise, as in "Duration (ms)". */
function unitOf(heading: string, isOwn: boolean): 1 | 1000 {
  return isOwn || /ms\b|ms\)/i.test(heading) ? 1 : 1000;
}
