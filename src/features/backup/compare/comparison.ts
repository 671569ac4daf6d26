import { compareLists, type RowChange } from '../../../library/compare-lists.ts';
import { matchLists } from '../../../library/match-lists.ts';
import { formatSavedName, type SavedItem, type SavedKind } from '../../../library/saved.ts';
import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { hasReadableTracks } from '../../../lists/fetch-tracks.ts';
import { FlawedListError } from '../../../lists/flaw.ts';
import { LIKED_ID } from '../../../lists/gather-liked.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import { type FileRow, NO_SONG, type ReadFile } from '../../restore/readers/read-file.ts';

/** One list of a file that is compared. */
export interface FileEntry {
  /** Id of the playlist; `null` where the file names none, and for all lists that are no playlist. */
  readonly id: string | null;
  readonly name: string;
  readonly kind: 'playlist' | 'liked' | SavedKind;
  /** `null` where the file has the name alone. */
  readonly rows: readonly FileRow[] | null;
  readonly snapshotId: string | null;
  /** Why its rows cannot be compared, as a sentence for a person; `null` if they can. */
  readonly problem: string | null;
}

/** Saved albums, shows, episodes or audiobooks of a file. */
export type SavedEntry = FileEntry & { readonly kind: SavedKind };

/** A difference between a file and the library. */
export type Change = RowChange<FileRow | PlaylistItem>;

/** What is known of a list of the file. */
export type Outcome =
  | { readonly kind: 'compared'; readonly changes: readonly Change[] }
  /** The version is that of the file, so that the same rows are in it, available or not. */
  | { readonly kind: 'same-version' }
  | { readonly kind: 'unread' }
  /** Several playlists have this name. */
  | { readonly kind: 'choice'; readonly candidates: readonly Playlist[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-compared'; readonly reason: string };

/** A list of the file beside what it is now. */
export interface ComparedList {
  readonly entry: FileEntry;
  /** The playlist of today; absent where there is none, and for all lists that are no playlist. */
  readonly present: Playlist | undefined;
  readonly outcome: Outcome;
}

const PARTIAL = 'Rows of it were missing when the file was made.';
const NAME_ONLY = 'The file has only its name.';
const KEPT_BACK = 'Spotify doesn’t share its songs with apps.';

/** Gives the lists of a file, in their order, after them those of which it has the name alone, and what is saved. */
export function entriesOf({ lists, named = [], saved = [] }: ReadFile): readonly FileEntry[] {
  return [
    ...lists.map(
      (list): FileEntry => ({
        id: list.kind === 'liked' ? null : (list.id ?? null),
        name: list.name,
        kind: list.kind,
        rows: list.rows,
        snapshotId: list.snapshotId ?? null,
        problem: list.isPartial ? PARTIAL : null,
      }),
    ),
    ...named.map(({ id, name, reason }) => ({
      id,
      name,
      kind: 'playlist' as const,
      rows: null,
      snapshotId: null,
      problem: reason ?? NAME_ONLY,
    })),
    ...saved.map(({ kind, items, problem = null }) => ({
      id: null,
      name: `Saved ${kind}s`,
      kind,
      rows: items.map((item) => ({ ...NO_SONG, ...item })),
      snapshotId: null,
      problem,
    })),
  ];
}

/** Whether a list is one of what is saved. */
export function isSaved(entry: FileEntry): entry is SavedEntry {
  return entry.kind !== 'playlist' && entry.kind !== 'liked';
}

/** Gives a saved item as a row. */
export function rowOfSaved(item: SavedItem): FileRow {
  const { kind, id, uri, show, people, addedAt } = item;
  const artists = show === null ? people : [show];
  const title = formatSavedName(item);
  return { ...NO_SONG, uri: uri ?? `spotify:${kind}:${id}`, title, artists, addedAt };
}

/** Finds the lists of a file in the library; none of them is read yet. */
export function matchEntries(
  entries: readonly FileEntry[],
  playlists: readonly Playlist[],
  chosen: ReadonlyMap<FileEntry, string>,
  userId: string | undefined,
): readonly ComparedList[] {
  const matches = matchLists(
    entries.filter(({ kind }) => kind === 'playlist'),
    playlists,
    chosen,
  );
  return entries.map((entry) => {
    const match = matches.get(entry);
    if (match?.kind === 'choice') return { entry, present: undefined, outcome: match };
    if (match?.kind === 'gone') return { entry, present: undefined, outcome: match };
    const present = match?.present;
    const notCompared = (reason: string): ComparedList => ({
      entry,
      present,
      outcome: { kind: 'not-compared', reason },
    });
    if (entry.problem !== null) return notCompared(entry.problem);
    if (present && !hasReadableTracks(present, userId)) return notCompared(KEPT_BACK);
    const isSame = present && entry.snapshotId !== null && present.snapshotId === entry.snapshotId;
    return { entry, present, outcome: { kind: isSame ? 'same-version' : 'unread' } };
  });
}

/** Compares a list with the rows that it has now. */
export function compareWith(
  list: ComparedList,
  items: readonly (FileRow | PlaylistItem)[],
): ComparedList {
  const all = compareLists(list.entry.rows ?? [], items);
  // The order of what is saved is that of its dates alone.
  const changes = isSaved(list.entry) ? all.filter(({ kind }) => kind !== 'moved') : all;
  return { ...list, outcome: { kind: 'compared', changes } };
}

/** Names the rows of a list; `undefined` for a list that is not in the library. */
export function idOf({ entry, present }: ComparedList): string | undefined {
  if (isSaved(entry)) return savedIdOf(entry.kind);
  return entry.kind === 'liked' ? LIKED_ID : present?.id;
}

/** Stands for the id of a list of what is saved. */
export function savedIdOf(kind: SavedKind): string {
  return `saved ${kind}`;
}

/** Whether the rows of a list are there to be read, and were not read yet. */
export function isToRead({ outcome: { kind } }: ComparedList): boolean {
  return kind === 'unread' || kind === 'same-version';
}

/** Whether the rows of a list say something of it: of one that was read, they are those of a later version. */
export function isComparable(list: ComparedList): boolean {
  return isToRead(list) || list.outcome.kind === 'compared';
}

/** Says why a list could not be read. */
export function reasonOf({ entry }: ComparedList, error: unknown): string {
  if (isSpotifyError(error, 'insufficient-scope'))
    return 'This login lacks a permission. Open Saved to grant it.';
  if (isSaved(entry) && isSpotifyError(error, 'forbidden', 'not-found'))
    return 'Spotify doesn’t share them with this app.';
  if (isSpotifyError(error, 'forbidden')) return KEPT_BACK;
  if (isSpotifyError(error, 'not-found')) return 'Spotify doesn’t know it any more.';
  if (error instanceof FlawedListError) return 'It changed while it was read. Try again.';
  return 'Spotify couldn’t send it. Try again later.';
}

/** Whether a list differs from the file, or may. */
export function isDifferent({ outcome }: ComparedList): boolean {
  if (outcome.kind === 'compared') return outcome.changes.length > 0;
  return outcome.kind !== 'same-version' && outcome.kind !== 'not-compared';
}

/** Gives the playlists that no list of the file is. */
export function newPlaylists(
  lists: readonly ComparedList[],
  playlists: readonly Playlist[],
): readonly Playlist[] {
  const known = new Set(
    lists.flatMap(({ present, outcome }) =>
      outcome.kind === 'choice' ? outcome.candidates.map(({ id }) => id) : (present?.id ?? []),
    ),
  );
  return playlists.filter(({ id }) => !known.has(id));
}
