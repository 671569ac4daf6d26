import type { Playlist, PlaylistDetails, PlaylistItem, User } from '../library/types.ts';
import type { PacedConnection } from './http.ts';
import { getLikedSongsPage, getLikedSongsTotal } from './liked-songs.ts';
import { type Page, type Pages, remainingPages } from './paging.ts';
import { getPlaylist } from './playlist.ts';
import { getPlaylistItemsPage } from './playlist-items.ts';
import { playlistPages } from './playlists.ts';
import { getProfile } from './profile.ts';

/** The endpoints of Spotify's Web API that this app uses. */
export interface SpotifyClient {
  profile(signal: AbortSignal): Promise<User>;
  readonly playlists: Pages<Playlist>;
  playlist(id: string, signal: AbortSignal): Promise<PlaylistDetails>;
  playlistItems(id: string): Pages<PlaylistItem>;
  /** Gets the first page of the liked songs, to check whether the cached ones are current. */
  firstLikedSongs(signal: AbortSignal): Promise<Page<PlaylistItem>>;
  readonly likedSongs: Pages<PlaylistItem>;
  likedSongsTotal(signal: AbortSignal): Promise<number>;
}

/**
 * Makes the client; a new endpoint is a new file in this folder and a line here. The page of all playlists does
 * without it, so that only its own endpoint loads before its rows.
 */
export function makeSpotifyClient(connection: PacedConnection): SpotifyClient {
  return {
    profile: (signal) => getProfile(connection, signal),
    playlists: playlistPages(connection),
    playlist: (id, signal) => getPlaylist(connection, id, signal),
    playlistItems: (id) => (known, signal) =>
      remainingPages(
        (offset, either) => getPlaylistItemsPage(connection, id, offset, either),
        known,
        signal,
        'items',
      ),
    firstLikedSongs: (signal) => getLikedSongsPage(connection, 0, signal),
    likedSongs: (known, signal) =>
      remainingPages(
        (offset, either) => getLikedSongsPage(connection, offset, either),
        known,
        signal,
        'items',
      ),
    likedSongsTotal: (signal) => getLikedSongsTotal(connection, signal),
  };
}
