import type { JSX } from 'solid-js';
import type { Clock } from '../../clock.ts';
import { playlistSearch } from '../../library/playlist-search.ts';
import { searchRows } from '../../library/search.ts';
import { PLAYLIST_SEARCH_HELP } from '../../library/search-help.ts';
import type { Playlist } from '../../library/types.ts';
import type { PacedConnection } from '../../spotify/http.ts';
import { getLikedSongsTotal } from '../../spotify/liked-songs.ts';
import type { ListCaches } from '../../storage/list-cache.ts';
import type { TableSearching } from '../../table/table-view.ts';
import './extras.css';

/** Age from which the cached count of liked songs is stale, in ms. */
const FRESH_MS = 300_000;

/** Explains below the table which playlists Spotify's Web API omits; open where a search finds no row. */
export function MissingFromSpotify(props: { readonly isOpen: boolean }): JSX.Element {
  return (
    <details class="missing-from-spotify" open={props.isOpen}>
      <summary>What Spotify does not give</summary>
      <ul>
        <li>Folders: the playlists in them stand here like all others.</li>
        <li>Lists that Spotify makes for you, such as Discover Weekly or your mixes.</li>
        <li>
          The songs of playlists you only follow, and often their number: apps like this one get
          those of your own and collaborative playlists.
        </li>
      </ul>
    </details>
  );
}

/** Gives the search of playlists for a user id, and its syntax help. */
export function playlistSearching(
  rows: readonly Playlist[],
  meId: () => string | null,
): TableSearching<Playlist> {
  // Build the search index while the syntax help is read, and not at the first letter.
  rows.forEach(playlistSearch(null).textOf);
  return {
    search: (all, query) => searchRows(all, query, playlistSearch(meId())),
    help: PLAYLIST_SEARCH_HELP,
  };
}

/** Reports the count of liked songs: the cached one at once, and Spotify's where the cache is stale. */
export async function findLikedTotal(
  {
    connection,
    caches,
    clock,
  }: { readonly connection: PacedConnection; readonly caches: ListCaches; readonly clock: Clock },
  signal: AbortSignal,
  tell: (total: number) => void,
): Promise<void> {
  const cache = caches.open('count', 'liked');
  const { snapshot } = cache.peek() ?? (await cache.read());
  const [known] = snapshot?.rows ?? [];
  if (known !== undefined) tell(known);
  if (snapshot && clock.now() < snapshot.savedAt + FRESH_MS) return;
  const total = await getLikedSongsTotal(connection, signal);
  tell(total);
  cache.write({ rows: [total], savedAt: clock.now(), version: null });
}
