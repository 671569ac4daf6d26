import type { Column } from './columns.ts';
import type { Playlist, Visibility } from './types.ts';

/** Placeholder of a value that Spotify omits. */
export const UNKNOWN = '–';

/** Placeholder of an empty playlist name. */
const NO_NAME = '(no name)';

/** Labels of the visibilities. */
export const VISIBILITY_LABELS: Readonly<Record<Visibility, string>> = {
  public: 'Public',
  private: 'Private',
  collaborative: 'Collaborative',
  unknown: 'Unknown',
};

/** Gives the name of a playlist, or the placeholder of an empty one. */
export function formatName(playlist: Playlist): string {
  return playlist.name.trim() === '' ? NO_NAME : playlist.name;
}

/** The columns of the table of playlists, left to right. */
export const PLAYLIST_COLUMNS = [
  {
    id: 'name',
    heading: 'Name',
    value: formatName,
    align: 'start',
    searched: true,
    width: 'minmax(13rem, 1fr)',
    isFixed: true,
  },
  {
    id: 'owner',
    heading: 'Owner',
    value: (row) => row.owner,
    align: 'start',
    searched: true,
    width: 'clamp(5.5rem, 26vw - 7rem, 14rem)',
  },
  {
    id: 'tracks',
    heading: 'Tracks',
    shownHeading: 'Songs',
    value: (row) => row.tracksTotal,
    align: 'end',
    searched: false,
    width: '4.5rem',
    isSortedDown: true,
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
    id: 'description',
    heading: 'Description',
    value: (row) => row.description,
    align: 'start',
    searched: false,
    width: 'minmax(0, 1fr)',
    isOptional: true,
  },
  {
    id: 'id',
    heading: 'ID',
    value: (row) => row.id,
    align: 'start',
    searched: false,
    width: '13rem',
    isOptional: true,
  },
] as const satisfies readonly Column<Playlist>[];
