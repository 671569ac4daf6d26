import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import type { Page } from '../../../spotify/paging.ts';

/** What is known already of the tracks of a playlist, as it is now. */
export interface KnownTracks {
  /** All of them; `undefined` where some are missing. */
  readonly items?: readonly PlaylistItem[];
  /** Whether they are not the list as it is at Spotify. */
  readonly isFlawed?: boolean;
  /** The pages that have come, where some are missing. */
  readonly pages?: readonly Page<PlaylistItem>[];
  /** Whether Spotify has refused them before. */
  readonly isRefused?: boolean;
}

/**
 * Keeps the tracks of playlists while an export goes on, and over reloads; what is kept counts only
 * as long as the playlist's `snapshot_id` stays the same. Nothing here fails: what this browser does
 * not store is kept in memory, or asked for again.
 */
export interface TrackCache {
  read(playlist: Playlist): Promise<KnownTracks>;
  keep(playlist: Playlist, items: readonly PlaylistItem[]): Promise<void>;
  /** Keeps rows with a flaw for this export alone; the next one asks for them again. */
  keepFlawed(playlist: Playlist, items: readonly PlaylistItem[]): void;
  /** Takes all pages that have come so far. */
  keepPages(playlist: Playlist, pages: readonly Page<PlaylistItem>[]): Promise<void>;
  keepRefusal(playlist: Playlist): Promise<void>;
}
