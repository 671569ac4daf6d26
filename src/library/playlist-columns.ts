import type { Column } from './columns.ts';
import type { Playlist, Visibility } from './types.ts';

/** Shown where Spotify gives no value. */
export const UNKNOWN = '–';

/** Shown for a playlist whose name is empty. */
const NO_NAME = '(no name)';

/** How each visibility reads. */
export const VISIBILITY_LABELS: Readonly<Record<Visibility, string>> = {
  public: 'Public',
  private: 'Private',
  collaborative: 'Collaborative',
  unknown: 'Unknown',
};

/** The name of a playlist as it is shown. */
export function shownName(playlist: Playlist): string {
  return playlist.name.trim() === '' ? NO_NAME : playlist.name;
}

/** The playlist table, left to right. */
export const PLAYLIST_COLUMNS = [
  {
    id: 'name',
    heading: 'Name',
    value: shownName,
    align: 'start',
    searched: true,
    width: 'minmax(0, 4fr)',
  },
  {
    id: 'owner',
    heading: 'Owner',
    value: (row) => row.owner,
    align: 'start',
    searched: true,
    width: 'minmax(0, 2fr)',
  },
  {
    id: 'tracks',
    heading: 'Tracks',
    value: (row) => row.tracksTotal,
    align: 'end',
    searched: false,
    width: 'clamp(4.5rem, 10vw, 7.5rem)',
  },
  {
    id: 'visibility',
    heading: 'Visibility',
    value: (row) => (row.visibility === 'unknown' ? null : VISIBILITY_LABELS[row.visibility]),
    align: 'start',
    searched: false,
    width: '7.5rem',
  },
  {
    id: 'id',
    heading: 'ID',
    value: (row) => row.id,
    align: 'start',
    searched: false,
    width: 'clamp(5rem, 17vw, 13rem)',
  },
] as const satisfies readonly Column<Playlist>[];
