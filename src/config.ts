/** One permission this app asks for, with the reason a person reads before agreeing. */
export interface Scope {
  readonly name: string;
  readonly reason: string;
  /** What a login without it may not do; the rest of the sentence "This login may not …". */
  readonly loss: string;
}

/** The scopes of every authorization request: all read-only, each with its reason (RFC 6749, section 3.3). */
export const SCOPES: readonly Scope[] = [
  {
    name: 'playlist-read-private',
    reason: 'To list your private playlists beside the public ones, and to read their songs.',
    loss: 'list your private playlists, so no list is shown rather than half of one',
  },
  {
    name: 'playlist-read-collaborative',
    reason: 'To list the playlists that you edit together with others.',
    loss: 'list collaborative playlists',
  },
  {
    name: 'user-library-read',
    reason: 'To read your liked songs.',
    loss: 'read your liked songs',
  },
];

/** An authorization server as this app knows it: fixed in code, never discovered (RFC 8414 is not used). */
export interface AuthorizationServer {
  /** Compared with `iss` in the authorization response, where one comes (RFC 9207). */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Whether it puts `iss` into every authorization response, so that a missing one is refused. */
  readonly sendsIssuer: boolean;
}

/** Spotify's authorization server, as its documentation names it. */
export const SPOTIFY_ACCOUNTS: AuthorizationServer = {
  issuer: 'https://accounts.spotify.com',
  authorizationEndpoint: 'https://accounts.spotify.com/authorize',
  tokenEndpoint: 'https://accounts.spotify.com/api/token',
  sendsIssuer: false,
};

/** The only origin that ever receives an access token. */
export const SPOTIFY_API = 'https://api.spotify.com';
