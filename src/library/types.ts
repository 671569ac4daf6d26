/** The visibility of a playlist; `unknown` if Spotify omits the field. */
export type Visibility = 'public' | 'private' | 'collaborative' | 'unknown';

/** A playlist, in one shape for all dialects of the Web API. */
export interface Playlist {
  readonly id: string;
  /** As Spotify sent it; may be empty. */
  readonly name: string;
  /** Plain text without markup; `null` if empty. */
  readonly description: string | null;
  /** The owner's display name, else the owner's id; `null` if Spotify sends neither. */
  readonly owner: string | null;
  readonly ownerId: string | null;
  /** Number of entries; `null` if Spotify omits the number, which differs from 0. */
  readonly tracksTotal: number | null;
  readonly visibility: Visibility;
  /** Address of the playlist in Spotify; always https on open.spotify.com. */
  readonly spotifyUrl: string;
  /** A small cover on one of Spotify's image hosts; the address expires within a day. */
  readonly coverUrl: string | null;
  /**
   * Changes with every change of the playlist (Spotify: "Working with playlists"); `null` if Spotify omits the field.
   */
  readonly snapshotId: string | null;
}

/** What the songs of a playlist tell about it. */
export interface PlaylistFacts {
  /** Id of the playlist. */
  readonly id: string;
  /** The version that the songs are of; `null` if Spotify omits the field. */
  readonly snapshotId: string | null;
  /** Sum of the known lengths, in ms. */
  readonly durationMs: number;
  /** The latest time of adding, ISO 8601; `null` if none is known. */
  readonly lastAddedAt: string | null;
}

/** A playlist with the fields that only its own endpoint sends. */
export interface PlaylistDetails extends Playlist {
  /** Whether the response contained the playlist's contents; if not, Spotify withholds the contents from this app. */
  readonly givesItems: boolean;
}

/** The kind of an entry of a playlist; `unavailable` if Spotify has removed it. */
export type ItemKind = 'track' | 'episode' | 'local' | 'unavailable';

/** An entry of a playlist or of the liked songs, in one shape for tracks, episodes, local files and gaps. */
export interface PlaylistItem {
  /** Position in Spotify's order, from 1. */
  readonly position: number;
  readonly kind: ItemKind;
  /** As Spotify sent it, may be empty; `null` if Spotify sent none. */
  readonly title: string | null;
  /** Names in Spotify's order; empty for episodes and if Spotify sends none. */
  readonly artists: readonly string[];
  /** Name of the album, or of the show of an episode. */
  readonly album: string | null;
  /** ISO 8601 time in UTC, as Spotify sent it; `null` also for the placeholders of unknown times. */
  readonly addedAt: string | null;
  /** User id of the person who added the entry. */
  readonly addedBy: string | null;
  /** Length in ms. */
  readonly durationMs: number | null;
  /** Date of year, month or day precision: `1973`, `1973-03` or `1973-03-01`. */
  readonly releaseDate: string | null;
  readonly explicit: boolean | null;
  readonly isrc: string | null;
  readonly id: string | null;
  readonly uri: string | null;
  /** Address in Spotify, always https on open.spotify.com; `null` without one. */
  readonly spotifyUrl: string | null;
  /**
   * The small cover of the album, or of the episode, on one of Spotify's image hosts; `null` without one, absent from
   * rows that an earlier release cached.
   */
  readonly coverUrl?: string | null;
  /** `false` where Spotify says that the person cannot play it; absent otherwise, since Spotify rarely says. */
  readonly isPlayable?: false;
}

/** The person who is logged in. */
export interface User {
  /** Stable key of the account: `account_id` if Spotify sends it, else `id`. */
  readonly accountId: string;
  /** The user id that playlists name as their owner. */
  readonly id: string;
  readonly displayName: string;
}
