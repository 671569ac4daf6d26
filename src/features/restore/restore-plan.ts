import type { ChosenSong } from '../edit/opener.tsx';
import { type NewPlaylist, planNewPlaylists } from '../edit/plan/make-plans.ts';
import { LARGEST_PLAYLIST } from '../edit/plan/operation.ts';
import type { Plan } from '../edit/plan/plan.ts';
import type { FileList, FileRow } from './readers/read-file.ts';
import { isLocalUri } from './readers/values.ts';

/** Spotify's longest name and description, as reported. */
const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 300;

/** The rows of a list by what can become of them, each in the order of the file. */
export interface SortedRows {
  readonly linked: readonly FileRow[];
  /** Songs without a link to Spotify. */
  readonly unmatched: readonly FileRow[];
  readonly local: readonly FileRow[];
  /** Number of rows of which the file says nothing. */
  readonly gone: number;
}

/** Sorts rows by whether they have a link, are local files, or are names alone. */
export function sortRows(rows: readonly FileRow[]): SortedRows {
  const isLocal = ({ uri }: FileRow) => uri !== null && isLocalUri(uri);
  const bare = rows.filter(({ uri }) => uri === null);
  const unmatched = bare.filter(({ title, isrc }) => title !== null || isrc !== null);
  return {
    linked: rows.filter((row) => row.uri !== null && !isLocal(row)),
    local: rows.filter(isLocal),
    unmatched,
    gone: bare.length - unmatched.length,
  };
}

/** Whether a list has songs that can be added, and no more than Spotify takes. */
export function isRestorable({ rows }: FileList): boolean {
  const count = sortRows(rows).linked.length;
  return count > 0 && count <= LARGEST_PLAYLIST;
}

/** Plans new playlists of lists, in the order of the file; rows without a link are left out. */
export function planRestore(lists: readonly FileList[]): Plan {
  const playlists = lists.map(
    (list): NewPlaylist => ({
      name: cut(list.name.trim(), LONGEST_NAME) || 'Restored playlist',
      description: cut(list.description ?? '', LONGEST_DESCRIPTION),
      uris: songsOf(list).flatMap(({ uri }) => uri ?? []),
    }),
  );
  const [only] = playlists;
  const title =
    only && playlists.length === 1
      ? `Restore ${only.name} as a new playlist`
      : `Restore ${playlists.length} playlists as new ones`;
  return planNewPlaylists(playlists, title);
}

/** The songs of a list that can be added or liked, as the dialogs of changes take them. */
export function songsOf({ rows }: FileList): readonly ChosenSong[] {
  return sortRows(rows).linked.map(({ uri, title, artists }) => ({
    uri,
    title: title ?? uri,
    artists,
    kind: uri?.startsWith('spotify:episode:') ? 'episode' : 'track',
  }));
}

/** Cuts a text at whole characters. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}
