import type { Accessor } from 'solid-js';
import type { Column } from '../../../library/columns.ts';
import type { Playlist } from '../../../library/types.ts';
import type { TrackList } from '../formats/format.ts';

/** The table of playlists as an export finds it. */
export interface PlaylistsSource {
  /** What the search has found, in the order of the table. */
  readonly shown: Accessor<readonly Playlist[]>;
  readonly columns: Accessor<readonly Column<Playlist>[]>;
  /** In the order of the table. */
  readonly all: Accessor<readonly Playlist[]>;
  /** The rows that are ticked, in the order of the table; none where not given. */
  readonly selected?: Accessor<readonly Playlist[]>;
  /** Whether the export was asked for beside the ticked rows, and so begins with them. */
  readonly isOfSelection?: boolean;
}

/** One list of tracks as an export finds it. */
export interface TracksSource {
  readonly list: Accessor<TrackList>;
}

/** What a person can export from the page they are on. */
export type ExportSource = PlaylistsSource | TracksSource;
