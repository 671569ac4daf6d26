import { LARGEST_PLAYLIST } from '../edit/plan/operation.ts';
import { isSearchable } from './match/match-key.ts';
import type { FileList, FileRow } from './readers/read-file.ts';
import { isLocalUri } from './readers/values.ts';

/** The rows of a list by what can become of them, each in the order of the file. */
export interface SortedRows {
  readonly linked: readonly FileRow[];
  /** Songs without a link to Spotify, which can be searched for. */
  readonly unmatched: readonly FileRow[];
  readonly local: readonly FileRow[];
  /** Number of rows of which the file says nothing. */
  readonly gone: number;
}

/** Sorts rows by whether they have a link, are local files, or are names alone. */
export function sortRows(rows: readonly FileRow[]): SortedRows {
  const isLocal = ({ uri }: FileRow) => uri !== null && isLocalUri(uri);
  const bare = rows.filter(({ uri }) => uri === null);
  const unmatched = bare.filter(isSearchable);
  return {
    linked: rows.filter((row) => row.uri !== null && !isLocal(row)),
    local: rows.filter(isLocal),
    unmatched,
    gone: bare.length - unmatched.length,
  };
}

/** Whether a list has songs that can be added or searched for, and no more than Spotify takes. */
export function isRestorable({ rows }: FileList): boolean {
  const { linked, unmatched } = sortRows(rows);
  const count = linked.length + unmatched.length;
  return count > 0 && count <= LARGEST_PLAYLIST;
}
