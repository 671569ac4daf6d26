/** A successful answer of the token endpoint, as Spotify words it (RFC 6749, section 5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly scope: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly refresh_token?: string;
}

/** A refusal of the token endpoint, as Spotify words it (RFC 6749, section 5.2). */
export interface TokenRefusal {
  readonly error: string;
  readonly error_description: string;
}

/** The parameters that trade an authorization code for tokens (RFC 6749, section 4.1.3). */
export interface CodeExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** The parameters that trade a refresh token for tokens (RFC 6749, section 6). */
export interface RefreshExchange {
  readonly refreshToken: string;
  readonly clientId: string;
  /** The narrower scopes asked for; `undefined` keeps those of the grant. */
  readonly scopes: readonly string[] | undefined;
}
