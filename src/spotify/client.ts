import type { Playlist, User } from '../library/types.ts';
import type { Connection } from './http.ts';
import { type Page, remainingPages } from './paging.ts';
import { getPlaylistsPage } from './playlists.ts';
import { getProfile } from './profile.ts';

/** The part of Spotify's Web API that this app uses. */
export interface SpotifyClient {
  profile(signal: AbortSignal): Promise<User>;
  /** Yields the pages that are not among the known ones, as they arrive. */
  playlists(known: readonly Page<Playlist>[], signal: AbortSignal): AsyncIterable<Page<Playlist>>;
}

/** Makes the client; a new endpoint is a new file beside this one and a line here. */
export function makeSpotifyClient(connection: Connection): SpotifyClient {
  return {
    profile: (signal) => getProfile(connection, signal),
    playlists: (known, signal) =>
      remainingPages(
        (offset, either) => getPlaylistsPage(connection, offset, either),
        known,
        signal,
      ),
  };
}
