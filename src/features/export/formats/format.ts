import type { Column } from '../../../library/columns.ts';
import type { Playlist, PlaylistDetails, PlaylistItem } from '../../../library/types.ts';

/** What stands between two cells of a CSV file. */
export type Separator = ',' | ';';

/** What a person may choose about a file beside its format. */
export interface FormatOptions {
  readonly separator: Separator;
  /** Whether a CSV file begins with the mark by which Excel knows UTF-8. */
  readonly hasByteOrderMark: boolean;
  /** In ms since the epoch. */
  readonly exportedAt: number;
}

/** The tracks of one playlist, or the liked songs. */
export interface TrackList {
  /** As Spotify sent it; may be empty. */
  readonly name: string;
  /** `null` for the liked songs, which are no playlist. */
  readonly playlist: Playlist | PlaylistDetails | null;
  /** In Spotify's order. */
  readonly items: readonly PlaylistItem[];
}

/** A playlist whose tracks are not in an export, or not all of them. */
export interface Missing {
  readonly playlist: Playlist;
  /** Why, in a sentence for people. */
  readonly reason: string;
  /** Whether the tracks that did come are in the export. */
  readonly isPartial: boolean;
}

/** One file made of many lists, written piece by piece so that it never has to be in memory. */
export interface MergedFile {
  readonly head: string;
  readonly part: (list: TrackList) => string;
  readonly tail: (missing: readonly Missing[]) => string;
}

/** A file format; a new one is a file beside this one and a line in `formats.ts`. */
export interface Format {
  /** As a person reads it. */
  readonly label: string;
  /** Ending of its files, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Writes playlists as rows, with the given columns where the format has columns. */
  readonly table?: (
    playlists: readonly Playlist[],
    columns: readonly Column<Playlist>[],
    options: FormatOptions,
  ) => string;
  readonly tracks: (list: TrackList, options: FormatOptions) => string;
  /** Begins one file for many lists, where the format can tell whose a track is. */
  readonly merged?: (options: FormatOptions) => MergedFile;
}

/** Replaces half characters (lone surrogates), which no UTF-8 file can hold, by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
