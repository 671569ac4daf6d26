import { playlistSearch } from '../../library/playlist-search.ts';
import { searchRows } from '../../library/search.ts';
import { PLAYLIST_SEARCH_HELP } from '../../library/search-help.ts';
import type { Playlist } from '../../library/types.ts';
import type { TableSearching } from '../../table/list-table-props.ts';

/** Gives how playlists are searched by the person with the given user id, and what to type for it. */
export function playlistSearching(
  rows: readonly Playlist[],
  meId: () => string | null,
): TableSearching<Playlist> {
  // Folded while one reads what may be typed, and not at the first letter.
  rows.forEach(playlistSearch(null).textOf);
  return {
    search: (all, query) => searchRows(all, query, playlistSearch(meId())),
    help: PLAYLIST_SEARCH_HELP,
  };
}
