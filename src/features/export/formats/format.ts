import type { Column } from '../../../library/columns.ts';
import type { Playlist, PlaylistDetails, PlaylistItem } from '../../../library/types.ts';

/** Cell separator of a CSV file. */
export type Separator = ',' | ';';

/** Options of a file, in addition to its format. */
export interface FormatOptions {
  readonly separator: Separator;
  /** Whether a CSV file starts with a byte order mark, by which Excel detects UTF-8. */
  readonly hasByteOrderMark: boolean;
  /** Time of the export, in ms since the epoch. */
  readonly exportedAt: number;
}

/** The tracks of one playlist, or the liked songs. */
export interface TrackList {
  /** As Spotify sent it; may be empty. */
  readonly name: string;
  /** `null` for the liked songs, which are no playlist at Spotify. */
  readonly playlist: Playlist | PlaylistDetails | null;
  /** In Spotify's order. */
  readonly items: readonly PlaylistItem[];
}

/** A playlist whose tracks an export lacks, completely or in part. */
export interface Missing {
  readonly playlist: Playlist;
  /** The reason, as a sentence for the person. */
  readonly reason: string;
  /** Whether the export contains the tracks that were loaded. */
  readonly isPartial: boolean;
  /** Whether Spotify withholds the tracks from this app, so that the record of the playlist is all there is. */
  readonly isWithheld: boolean;
}

/** One file that contains many lists, written as a stream so that it never has to fit into memory. */
export interface MergedFile {
  readonly head: string;
  readonly part: (list: TrackList) => string;
  readonly tail: (missing: readonly Missing[]) => string;
}

/** The rows of any table, as they are on the screen. */
export interface RowTable {
  readonly name: string;
  readonly columns: readonly { readonly id: string; readonly heading: string }[];
  /** The values of each row, in the order of the columns. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** An export format; a new format is a file beside this one and a line in `formats.ts`. */
export interface Format {
  /** Label of the format on screen. */
  readonly label: string;
  /** File extension, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Encodes playlists as rows; a format with columns encodes the given ones. */
  readonly table?: (
    playlists: readonly Playlist[],
    columns: readonly Column<Playlist>[],
    options: FormatOptions,
  ) => string;
  /** Encodes the rows of any table. */
  readonly rows?: (table: RowTable, options: FormatOptions) => string;
  readonly tracks: (list: TrackList, options: FormatOptions) => string;
  /** Starts one file for many lists; absent where the format cannot mark which list a track belongs to. */
  readonly merged?: (options: FormatOptions) => MergedFile;
}

/** Replaces lone surrogates, which UTF-8 cannot encode, by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
