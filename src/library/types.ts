/** Who may see or change a playlist, as Spotify tells it; `unknown` where it does not tell. */
export type Visibility = 'public' | 'private' | 'collaborative' | 'unknown';

/** A playlist as the app shows it, in one form for all of Spotify's dialects. */
export interface Playlist {
  readonly id: string;
  /** As Spotify sent it; may be empty. */
  readonly name: string;
  /** As plain text, in which markup is not obeyed; `null` where it is empty. */
  readonly description: string | null;
  /** The owner's display name, else the owner's id; `null` where Spotify gives neither. */
  readonly owner: string | null;
  readonly ownerId: string | null;
  /** Number of entries; `null` where Spotify does not say, which is not the same as 0. */
  readonly tracksTotal: number | null;
  readonly visibility: Visibility;
  /** Where the playlist opens in Spotify; always https on open.spotify.com. */
  readonly spotifyUrl: string;
  /** A small cover on one of Spotify's image hosts; expires within a day, so it is never stored. */
  readonly coverUrl: string | null;
  /** Changes whenever the playlist does (Spotify: "Working with playlists"); `null` where Spotify gives none. */
  readonly snapshotId: string | null;
}

/** A playlist with what only its own page tells. */
export interface PlaylistDetails extends Playlist {
  /** Whether the answer spoke of the playlist's contents; where it did not, Spotify keeps them from this app. */
  readonly givesItems: boolean;
}

/** What one entry of a playlist is; `unavailable` where Spotify has removed it. */
export type ItemKind = 'track' | 'episode' | 'local' | 'unavailable';

/** One entry of a playlist or of the liked songs, in one form for tracks, episodes, local files and gaps. */
export interface PlaylistItem {
  /** Place in Spotify's order, from 1. */
  readonly position: number;
  readonly kind: ItemKind;
  /** As Spotify sent it, may be empty; `null` where there is none. */
  readonly title: string | null;
  /** Names in Spotify's order; empty for episodes and where Spotify gives none. */
  readonly artists: readonly string[];
  /** Name of the album, or of the show of an episode. */
  readonly album: string | null;
  /** ISO 8601 time in UTC, as Spotify sent it. */
  readonly addedAt: string | null;
  /** User id of the person who added it. */
  readonly addedBy: string | null;
  /** Length in ms. */
  readonly durationMs: number | null;
  /** Year, month or day, as exact as Spotify knows it: `1973`, `1973-03` or `1973-03-01`. */
  readonly releaseDate: string | null;
  readonly explicit: boolean | null;
  readonly isrc: string | null;
  readonly id: string | null;
  readonly uri: string | null;
  /** Where it opens in Spotify, always https on open.spotify.com; `null` for what cannot be opened. */
  readonly spotifyUrl: string | null;
}

/** The person who is logged in. */
export interface User {
  /** Stable key of the account: `account_id` where Spotify gives it, else `id`. */
  readonly accountId: string;
  /** The id that playlists name as their owner. */
  readonly id: string;
  readonly displayName: string;
}
