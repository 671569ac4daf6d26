/** The scopes of an authorization request where a person wants no more (RFC 6749, section 3.3); why each of them: `words/scopes.ts`. */
export const SCOPE_NAMES = [
  'playlist-read-private',
  'playlist-read-collaborative',
  'user-library-read',
] as const;

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
