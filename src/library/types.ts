/** Who may see or change a playlist, as Spotify tells it; `unknown` where it does not tell. */
export type Visibility = 'public' | 'private' | 'collaborative' | 'unknown';

/** A playlist as the app shows it, in one form for all of Spotify's dialects. */
export interface Playlist {
  readonly id: string;
  /** As Spotify sent it; may be empty. */
  readonly name: string;
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
}

/** The person who is logged in. */
export interface User {
  /** Stable key of the account: `account_id` where Spotify gives it, else `id`. */
  readonly accountId: string;
  /** The id that playlists name as their owner. */
  readonly id: string;
  readonly displayName: string;
}
