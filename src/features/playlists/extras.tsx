import type { JSX } from 'solid-js';
import { playlistSearch } from '../../library/playlist-search.ts';
import { searchRows } from '../../library/search.ts';
import { PLAYLIST_SEARCH_HELP } from '../../library/search-help.ts';
import type { Playlist } from '../../library/types.ts';
import type { TableSearching } from '../../table/table-view.ts';
import './extras.css';

/** Explains below the table which playlists Spotify's Web API leaves out. */
export function MissingFromSpotify(): JSX.Element {
  return (
    <details class="missing-from-spotify">
      <summary>What Spotify leaves out</summary>
      <ul>
        <li>Folders aren’t shown, but the playlists inside them are.</li>
        <li>Lists that Spotify makes for you, such as Discover Weekly or your mixes.</li>
        <li>
          Songs in playlists you follow but don’t own. Spotify shows apps only your own and
          collaborative ones.
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
