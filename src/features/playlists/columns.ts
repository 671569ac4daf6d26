import { createMemo, createSignal } from 'solid-js';
import type { Column } from '../../library/columns.ts';
import { PLAYLIST_COLUMNS } from '../../library/playlist-columns.ts';
import { isOwn, shownVisibility, VISIBILITY_WORDS } from '../../library/playlist-visibility.ts';
import type { Playlist, PlaylistFacts } from '../../library/types.ts';
import { useSpotify } from '../../services/spotify.ts';

/** The text of the cell "Owner" in one's own playlists. */
export const YOU = 'You';

/** Gives what the songs of a playlist tell about it; `undefined` where they are not read, or changed since. */
export type FactsOf = (playlist: Playlist) => PlaylistFacts | undefined;

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

/** Reads what is known of the playlists once, so that no column appears or leaves while the page is open. */
export function createPlaylistFacts(): FactsOf {
  const { caches } = useSpotify();
  const cache = caches.open('facts', 'all');
  const [known, setKnown] = createSignal(cache.peek()?.snapshot?.rows);
  if (!known())
    cache.read().then(
      ({ snapshot }) => setKnown(snapshot?.rows),
      // Without them, two columns are missing.
      () => undefined,
    );
  const byId = createMemo(() => new Map(known()?.map((facts) => [facts.id, facts])));
  return ({ id, snapshotId }) => {
    const facts = byId().get(id);
    return facts?.snapshotId === snapshotId ? facts : undefined;
  };
}
