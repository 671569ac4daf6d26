import type { Column } from '../../library/columns.ts';
import { PLAYLIST_COLUMNS } from '../../library/playlist-columns.ts';
import { isOwn, shownVisibility, VISIBILITY_WORDS } from '../../library/playlist-visibility.ts';
import type { Playlist } from '../../library/types.ts';
import type { FactsOf } from './facts.ts';

/** The text of the cell "Owner" in one's own playlists. */
export const YOU = 'You';

/**
 * The columns of the table, sorted by what their cells show to the user with this id, and those that the songs of the
 * playlists tell, which are hidden until these were read.
 */
export function playlistColumns(
  meId: () => string | null,
  factsOf: FactsOf,
): readonly Column<Playlist>[] {
  const orders: Readonly<Record<string, Column<Playlist>['order']>> = {
    owner: (row) => (isOwn(row, meId()) ? YOU : row.owner),
    visibility: (row) => {
      const shown = shownVisibility(row, meId());
      return shown === 'unknown' ? null : VISIBILITY_WORDS[shown].label;
    },
  };
  const length: Column<Playlist> = {
    id: 'length',
    heading: 'Length',
    value: (row) => factsOf(row)?.durationMs ?? null,
    align: 'end',
    searched: false,
    width: '6rem',
    isMinor: true,
    isForWide: true,
    isSortedDown: true,
  };
  const lastAdded: Column<Playlist> = {
    ...length,
    id: 'last-added',
    heading: 'Last added',
    value: (row) => factsOf(row)?.lastAddedAt ?? null,
    align: 'start',
    width: '6.5rem',
  };
  return PLAYLIST_COLUMNS.flatMap((column): readonly Column<Playlist>[] => {
    const order = orders[column.id];
    const ordered = order ? { ...column, order } : column;
    if (column.id === 'tracks') return [ordered, length];
    return column.id === 'visibility' ? [ordered, lastAdded] : [ordered];
  });
}
