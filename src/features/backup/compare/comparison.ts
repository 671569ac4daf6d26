import { compareLists, type RowChange } from '../../../library/compare-lists.ts';
import { matchLists } from '../../../library/match-lists.ts';
import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { hasReadableTracks } from '../../../lists/fetch-tracks.ts';
import { FlawedListError } from '../../../lists/flaw.ts';
import { LIKED_ID } from '../../../lists/gather-liked.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import type { FileRow, ReadFile } from '../../restore/readers/read-file.ts';

/** One list of a file that is compared. */
export interface FileEntry {
  /** Id of the playlist; `null` where the file names none, and for the liked songs. */
  readonly id: string | null;
  readonly name: string;
  readonly isLiked: boolean;
  /** `null` where the file has the name alone. */
  readonly rows: readonly FileRow[] | null;
  readonly snapshotId: string | null;
  /** Why its rows cannot be compared, as a sentence for a person; `null` if they can. */
  readonly problem: string | null;
}

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
  /** The playlist of today; absent where there is none, and for the liked songs. */
  readonly present: Playlist | undefined;
  readonly outcome: Outcome;
}

const PARTIAL = 'Rows of it were missing when the file was made.';
const NAME_ONLY = 'The file has only its name.';
const KEPT_BACK = 'Spotify doesn’t share its songs with apps.';

/** Gives the lists of a file, in their order, and after them those of which it has the name alone. */
export function entriesOf({ lists, named = [] }: ReadFile): readonly FileEntry[] {
  return [
    ...lists.map((list) => ({
      id: list.kind === 'liked' ? null : (list.id ?? null),
      name: list.name,
      isLiked: list.kind === 'liked',
      rows: list.rows,
      snapshotId: list.snapshotId ?? null,
      problem: list.isPartial ? PARTIAL : null,
    })),
    ...named.map(({ id, name, reason }) => ({
      id,
      name,
      isLiked: false,
      rows: null,
      snapshotId: null,
      problem: reason ?? NAME_ONLY,
    })),
  ];
}

/** Finds the lists of a file in the library; none of them is read yet. */
export function matchEntries(
  entries: readonly FileEntry[],
  playlists: readonly Playlist[],
  chosen: ReadonlyMap<FileEntry, string>,
  userId: string | undefined,
): readonly ComparedList[] {
  const matches = matchLists(
    entries.filter(({ isLiked }) => !isLiked),
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
export function compareWith(list: ComparedList, items: readonly PlaylistItem[]): ComparedList {
  const changes = compareLists<FileRow, PlaylistItem>(list.entry.rows ?? [], items);
  return { ...list, outcome: { kind: 'compared', changes } };
}

/** The id under which the rows of a list are cached; `undefined` for a list that is not in the library. */
export function idOf({ entry, present }: ComparedList): string | undefined {
  return entry.isLiked ? LIKED_ID : present?.id;
}

/** Whether the rows of a list are there to be read, and were not read yet. */
export function isToRead({ outcome: { kind } }: ComparedList): boolean {
  return kind === 'unread' || kind === 'same-version';
}

/** Says why a list could not be read. */
export function reasonOf(error: unknown): string {
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
