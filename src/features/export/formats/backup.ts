import type { SavedItem, SavedKind } from '../../../library/saved.ts';
import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { type TrackList, wellFormed } from './format.ts';
import { encodeJson, linesOf, playlistMembers, trackMembers } from './json.ts';

/** Version of the structure of a backup; a change that breaks readers increments it. */
export const BACKUP_VERSION = 1;

/** Name of the file that lists all others. */
export const BACKUP_INDEX = 'index.json';

/** Values of the member `format`, by which a reader tells the files apart. */
export const BACKUP_FORMATS = {
  index: 'Liner Notes backup',
  list: 'Liner Notes backup list',
  saved: 'Liner Notes backup saved',
} as const;

/** The account of a backup. */
export interface BackupAccount {
  /** Stable key of the account: Spotify's `account_id`, else the user id. */
  readonly accountId: string;
  /** The user id that playlists name as their owner. */
  readonly userId: string;
  readonly displayName: string;
}

/** Facts about a whole backup. */
export interface BackupFacts {
  /** `undefined` if Spotify has not named the account. */
  readonly account: BackupAccount | undefined;
  /** In ms since the epoch. */
  readonly exportedAt: number;
}

/** How much of a list is in a backup: all rows, some of them, or its record alone. */
export type BackupContent = 'complete' | 'partial' | 'record';

/** One list in the index of a backup. */
export interface BackupEntry {
  /** Path of the file of the list inside the zip; `null` if the record is all there is. */
  readonly file: string | null;
  /** `null` for the liked songs, which are no playlist at Spotify. */
  readonly playlist: Playlist | null;
  readonly name: string;
  /** Number of rows in the file. */
  readonly rows: number;
  readonly content: BackupContent;
  /** Why rows are missing, as a sentence for a person; `null` if none are. */
  readonly reason: string | null;
}

/** One list of saved albums, shows, episodes or audiobooks in the index of a backup. */
export interface BackupSaved {
  readonly kind: SavedKind;
  /** Path of its file inside the zip; `null` if it could not be read. */
  readonly file: string | null;
  /** Number of rows in the file. */
  readonly rows: number;
  /** Why rows are missing, as a sentence for a person; `null` if none are. */
  readonly reason: string | null;
}

/** Encodes what is saved of one kind, newest first. */
export function encodeBackupSaved(
  kind: SavedKind,
  items: readonly SavedItem[],
  facts: BackupFacts,
): string {
  const head = encodeJson({ ...headOf(BACKUP_FORMATS.saved, facts), kind: `${kind}s` });
  return `${head.slice(0, -1)},\n"items": ${linesOf(items.map(savedMembers))}\n}\n`;
}

/** Encodes one list of a backup with every row by its position, gaps and local files too. */
export function encodeBackupList({ name, playlist, items }: TrackList, facts: BackupFacts): string {
  const head = encodeJson({
    ...headOf(BACKUP_FORMATS.list, facts),
    kind: kindOf(playlist),
    name,
    playlist: playlist && membersOf(playlist),
  });
  return `${head.slice(0, -1)},\n"tracks": ${linesOf(items.map(rowOf))}\n}\n`;
}

/**
 * Encodes the index of a backup, with all lists in Spotify's order, and why rows of some are missing. What is saved
 * stands apart, so that readers of earlier releases go on without it.
 */
export function encodeBackupIndex(
  entries: readonly BackupEntry[],
  facts: BackupFacts,
  saved: readonly BackupSaved[] = [],
): string {
  const head = encodeJson(headOf(BACKUP_FORMATS.index, facts));
  const lists = entries.map(({ file, playlist, name, rows, content, reason }) => ({
    kind: kindOf(playlist),
    file,
    content,
    rows,
    reason,
    name,
    playlist: playlist && membersOf(playlist),
  }));
  const kinds = saved.map(({ kind, ...about }) => ({ kind: `${kind}s`, ...about }));
  return `${head.slice(0, -1)},\n"lists": ${linesOf(lists)},\n"saved": ${linesOf(kinds)}\n}\n`;
}

function savedMembers(item: SavedItem) {
  return {
    position: item.position,
    name: item.name,
    people: item.people,
    narrators: item.narrators,
    show: item.show,
    total: item.total,
    duration_ms: item.durationMs,
    release_date: item.releaseDate,
    explicit: item.explicit,
    added_at: item.addedAt,
    id: item.id,
    uri: item.uri,
    url: item.spotifyUrl,
  };
}

function rowOf(item: PlaylistItem) {
  const members = trackMembers(item);
  return item.isPlayable === false ? { ...members, is_playable: false } : members;
}

function headOf(format: string, { account, exportedAt }: BackupFacts) {
  return {
    format,
    version: BACKUP_VERSION,
    exported_at: new Date(exportedAt).toISOString(),
    account: account
      ? { id: account.accountId, user_id: account.userId, name: wellFormed(account.displayName) }
      : null,
  };
}

function kindOf(playlist: unknown): 'playlist' | 'liked songs' {
  return playlist ? 'playlist' : 'liked songs';
}

function membersOf(playlist: Parameters<typeof playlistMembers>[0]) {
  return { ...playlistMembers(playlist), collaborative: playlist.visibility === 'collaborative' };
}
