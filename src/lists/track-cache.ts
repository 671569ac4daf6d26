import type { Playlist, PlaylistItem } from '../library/types.ts';
import type { Page } from '../spotify/paging.ts';

/** Cached data about the tracks of a playlist in its current version. */
export interface KnownTracks {
  /** All tracks; `undefined` if the cache is incomplete. */
  readonly items?: readonly PlaylistItem[];
  /** Whether the tracks differ from the list at Spotify. */
  readonly isFlawed?: boolean;
  /** The cached pages of an incomplete list. */
  readonly pages?: readonly Page<PlaylistItem>[];
  /** Whether Spotify has refused the tracks before. */
  readonly isRefused?: boolean;
}

/**
 * Cache of tracks, used during an export and across reloads; an entry is valid as long as the `snapshot_id` of its
 * playlist is unchanged. No method rejects: rows that storage does not accept stay in memory, or are requested again.
 */
export interface TrackCache {
  read(playlist: Playlist): Promise<KnownTracks>;
  /** Reads several playlists at once, in their order. */
  readAll(playlists: readonly Playlist[]): Promise<readonly KnownTracks[]>;
  /** Caches all tracks; resolves once few lists wait to be written, so that requests go on while lists are written. */
  keep(playlist: Playlist, items: readonly PlaylistItem[]): Promise<void>;
  /** Caches the rows of a flawed list for this export alone; the next export requests them again. */
  keepFlawed(playlist: Playlist, items: readonly PlaylistItem[]): void;
  /** Caches all pages that have arrived so far. */
  keepPages(playlist: Playlist, pages: readonly Page<PlaylistItem>[]): Promise<void>;
  keepRefusal(playlist: Playlist): Promise<void>;
  /** Resolves once nothing waits to be written. */
  settle(): Promise<void>;
}
