/** The kinds of request that the simulated Spotify answers. */
export type Step =
  | 'authorize'
  | 'token'
  | 'refresh'
  | 'profile'
  | 'playlists'
  | 'playlist'
  | 'items'
  | 'liked';

/** Which requests a fault spoils, and how. */
export interface FaultSettings {
  readonly on: Step;
  /** How many requests are spoiled; 1 where not given, `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests pass unharmed before; 0 where not given. */
  readonly skip?: number;
  /** Spoils only requests for the page that begins at this offset. */
  readonly offset?: number;
  /** Value of `Retry-After` in seconds for `rate-limited`; 3 where not given. */
  readonly retryAfter?: number;
  /** Whether `rate-limited` lets pages read `Retry-After`, which Spotify does not. */
  readonly isReadable?: boolean;
}
