import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { spotifyUrlOf } from '../../../spotify/addresses.ts';
import { isObject, listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import { ROWS } from '../../../storage/row-shapes.ts';
import { fromJson } from '../../../storage/shape.ts';
import {
  BACKUP_FORMATS,
  BACKUP_INDEX,
  BACKUP_VERSION,
  type BackupAccount,
  type BackupContent,
} from '../../export/formats/backup.ts';

/** Why a file is not read as a backup: it is none, of a newer version of this app, or a part of it is missing. */
export type BackupErrorKind = 'no-backup' | 'newer-version' | 'damaged';

/** Signals a file that cannot be read as a backup; `file` is the path of the part inside the zip. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly kind: BackupErrorKind;
  readonly file: string;

  constructor(kind: BackupErrorKind, file: string) {
    super();
    this.kind = kind;
    this.file = file;
  }
}

/** One list of a backup. */
export interface BackupList {
  /** `null` for the liked songs. */
  readonly playlist: Playlist | null;
  readonly name: string;
  readonly content: BackupContent;
  /** Why rows are missing; `null` if none are. */
  readonly reason: string | null;
  /** In Spotify's order; empty if the record is all there is. */
  readonly items: readonly PlaylistItem[];
}

/** A backup, as it was written. */
export interface Backup {
  readonly account: BackupAccount | undefined;
  /** Time of the backup, in ms since the epoch. */
  readonly exportedAt: number;
  /** In Spotify's order, the liked songs last. */
  readonly lists: readonly BackupList[];
}

/**
 * Reads a backup in JSON from the texts of its files, by their paths inside the zip.
 *
 * @throws BackupError for the first part that cannot be read, so that nothing is left out in silence.
 */
export function readBackup(files: ReadonlyMap<string, string>): Backup {
  const index = fileAt(files, BACKUP_INDEX, BACKUP_FORMATS.index);
  const lists = listIn(index['lists']);
  const exportedAt = Date.parse(String(index['exported_at']));
  if (!lists || Number.isNaN(exportedAt)) throw new BackupError('damaged', BACKUP_INDEX);
  return {
    account: accountOf(index['account']),
    exportedAt,
    lists: lists.map((entry) => listOf(membersOf(entry), files)),
  };
}

function fileAt(files: ReadonlyMap<string, string>, path: string, format: string): Members {
  const content = fromJson(files.get(path) ?? null);
  const isIndex = path === BACKUP_INDEX;
  if (!isObject(content) || content['format'] !== format)
    throw new BackupError(isIndex ? 'no-backup' : 'damaged', path);
  if (Number(content['version']) > BACKUP_VERSION) throw new BackupError('newer-version', path);
  return content;
}

function listOf(entry: Members, files: ReadonlyMap<string, string>): BackupList {
  const { kind, file, content, rows } = entry;
  const playlist = kind === 'liked songs' ? null : playlistOf(entry['playlist']);
  const name = textIn(entry['name']);
  const isKnown = content === 'complete' || content === 'partial' || content === 'record';
  if (playlist === undefined || name === null || !isKnown)
    throw new BackupError('damaged', BACKUP_INDEX);
  const items = typeof file === 'string' ? itemsIn(files, file) : [];
  if (items.length !== rows) throw new BackupError('damaged', String(file));
  return { playlist, name, content, reason: textIn(entry['reason']), items };
}

function itemsIn(files: ReadonlyMap<string, string>, path: string): readonly PlaylistItem[] {
  const tracks = listIn(fileAt(files, path, BACKUP_FORMATS.list)['tracks']);
  const items = tracks?.map((track) => itemOf(membersOf(track)));
  if (!ROWS.item.areRows(items)) throw new BackupError('damaged', path);
  return items;
}

/** Gives an entry of a list, still to be checked; members that no backup has are dropped. */
function itemOf(members: Members): Readonly<Partial<Record<keyof PlaylistItem, unknown>>> {
  const { kind, id } = members;
  const isLinked = (kind === 'track' || kind === 'episode') && typeof id === 'string';
  return {
    position: members['position'],
    kind,
    title: members['title'],
    artists: members['artists'],
    album: members['album'],
    addedAt: members['added_at'],
    addedBy: members['added_by'],
    durationMs: members['duration_ms'],
    releaseDate: members['release_date'],
    explicit: members['explicit'],
    isrc: members['isrc'],
    id,
    uri: members['uri'],
    // A file may name any address; a link leads to Spotify alone.
    spotifyUrl: isLinked ? spotifyUrlOf(kind, id, textIn(members['url'])) : null,
    ...(members['is_playable'] === false ? { isPlayable: false } : {}),
  };
}

function playlistOf(value: unknown): Playlist | undefined {
  const members = membersOf(value);
  const { id } = members;
  if (typeof id !== 'string') return undefined;
  const playlist: Readonly<Record<keyof Playlist, unknown>> = {
    id,
    name: members['name'],
    description: members['description'],
    owner: members['owner'],
    ownerId: members['owner_id'],
    tracksTotal: members['tracks_total'],
    visibility: members['visibility'],
    spotifyUrl: spotifyUrlOf('playlist', id, textIn(members['url'])),
    coverUrl: null,
    snapshotId: members['snapshot_id'],
  };
  const rows: unknown = [playlist];
  return ROWS.playlist.areRows(rows) ? rows[0] : undefined;
}

/** Reads the account of a file; `undefined` where it names none. */
export function accountOf(value: unknown): BackupAccount | undefined {
  const { id, user_id, name } = membersOf(value);
  if (typeof id !== 'string' || typeof user_id !== 'string') return undefined;
  return { accountId: id, userId: user_id, displayName: textIn(name) ?? user_id };
}
