import type { Accessor } from 'solid-js';
import type { Column } from '../../../library/columns.ts';
import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import type { RowTable, TrackList } from '../formats/format.ts';

/** The table of playlists as input of an export. */
export interface PlaylistsSource {
  /** The rows that match the search, in table order. */
  readonly shown: Accessor<readonly Playlist[]>;
  readonly columns: Accessor<readonly Column<Playlist>[]>;
  /** All rows, in table order. */
  readonly all: Accessor<readonly Playlist[]>;
  /** The selected rows, in table order; absent where the table has no selection. */
  readonly selected?: Accessor<readonly Playlist[]>;
  /** Whether the dialog was opened from the selection bar, so that "selected" is its default. */
  readonly isOfSelection?: boolean;
}

/** One list of tracks, which the page has loaded, as input of an export. */
export interface TracksSource {
  readonly list: Accessor<TrackList>;
  /** The selected rows, in table order; absent where the table has no selection. */
  readonly selected?: Accessor<readonly PlaylistItem[]>;
  /** Whether the dialog was opened from the selection bar, so that "selected" is its default. */
  readonly isOfSelection?: boolean;
}

/** The rows of any other table as input of an export. */
export interface RowsSource {
  readonly table: Accessor<RowTable>;
  /** Formats a number of rows, with its noun. */
  readonly formatCount: (count: number) => string;
}

/** One playlist whose songs are still to be read. */
export interface PlaylistSource {
  readonly playlist: Playlist;
}

/** The input of an export: everything that the current page can export. */
export type ExportSource = PlaylistsSource | TracksSource | PlaylistSource | RowsSource;
