import type { SavedKind } from '../../../library/saved.ts';
import type { BackupAccount } from '../../export/formats/backup.ts';
import type { Columns } from './columns.ts';

/** A song of a file; what the file does not say is `null` or empty. */
export interface FileRow {
  /** URI of a track, an episode or a local file; else `null`. */
  readonly uri: string | null;
  /** Twelve capitals and digits. */
  readonly isrc: string | null;
  readonly title: string | null;
  readonly artists: readonly string[];
  readonly album: string | null;
  readonly durationMs: number | null;
  /** ISO 8601 day or time. */
  readonly addedAt: string | null;
  /** `false` where the file says that the person could not play it. */
  readonly isPlayable?: false;
}

/** A list of a file, its songs in the order of the file; doubles stay. */
export interface FileList {
  readonly name: string;
  readonly description: string | null;
  readonly kind: 'playlist' | 'liked';
  readonly rows: readonly FileRow[];
  /** Id and version of the playlist; absent where the file names none. */
  readonly id?: string | null;
  readonly snapshotId?: string | null;
  /** Whether rows were missing when the file was written. */
  readonly isPartial?: boolean;
}

/** A list of which a file has the name alone. */
export interface NamedList {
  readonly id: string | null;
  readonly name: string;
  /** Why its rows are missing, as a sentence for a person. */
  readonly reason: string | null;
}

/** How a table was read, so that a person can correct it. */
export interface ReadTable {
  /** Empty where the first row is no heading. */
  readonly headings: readonly string[];
  /** The first rows below the headings. */
  readonly sample: readonly (readonly string[])[];
  readonly columns: Columns;
  readonly delimiter: string;
  /** Whether a person may have to look at it: nothing of it was recognised. */
  readonly isUnknown: boolean;
}

/** What a person says of a file that was read wrongly; what is absent is found out. */
export interface ReadChoice {
  /** Label of the encoding, as `TextDecoder` knows it. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly columns?: Columns;
  readonly hasHeadings?: boolean;
}

/** What is saved of one kind, by a file. */
export interface FileSaved {
  readonly kind: SavedKind;
  /** Why the items are not those that were saved, as a sentence for a person; absent if they are. */
  readonly problem?: string;
  readonly items: readonly {
    readonly uri: string;
    readonly title: string | null;
    readonly artists: readonly string[];
  }[];
}

/** A file that was recognised. */
export interface ReadFile {
  /** Name of the program or format, such as "exportify.app CSV". */
  readonly format: string;
  readonly lists: readonly FileList[];
  /** Sentences about what could not be read. */
  readonly warnings: readonly string[];
  /** Lists whose rows are not in the file, or cannot be read. */
  readonly named?: readonly NamedList[];
  /** Saved albums, shows, episodes and audiobooks, newest first. */
  readonly saved?: readonly FileSaved[];
  /** The account that the file was made for; absent where it does not say. */
  readonly account?: BackupAccount | undefined;
  /** Time of the file, in ms since the epoch; absent where it does not say. */
  readonly exportedAt?: number | undefined;
  /** Absent where the file is no single table. */
  readonly table?: ReadTable;
}

/** Why a file is not read. */
export type ReadErrorKind =
  | 'empty'
  | 'too-large'
  | 'not-text'
  | 'unknown'
  | 'no-songs'
  | 'playlists-only'
  | 'broken-json'
  | 'newer-version'
  | 'zip-damaged'
  | 'zip-encrypted'
  | 'zip-too-large'
  | 'zip-empty';

/** Signals a file that cannot be read. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly kind: ReadErrorKind;

  constructor(kind: ReadErrorKind) {
    super();
    this.kind = kind;
  }
}

/** A row of which nothing is known, such as a song that Spotify has removed. */
export const NO_SONG: FileRow = {
  uri: null,
  isrc: null,
  title: null,
  artists: [],
  album: null,
  durationMs: null,
  addedAt: null,
};

/** Gives the name of a file without folders and extension, as the name of its list. */
export function listNameOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? '';
  return file.replace(/\.[a-z\d]{2,5}$/i, '').trim() || 'Restored playlist';
}

/** Whether a name is the one of the liked songs, as this app and others write it. */
export function isLikedName(name: string): boolean {
  return /^(liked|saved)[ _-](songs|tracks)$/i.test(name.trim());
}
