/**
 * The kind of a failure of a login, a refresh, or the storage of either; `words/errors.ts` has a text for
 * each.
 */
export type LoginErrorKind =
  /** Consent was declined (`access_denied`; RFC 6749, section 4.1.2.1). */
  | 'declined'
  /** A response that violates the protocol: forged, repeated, replayed, malformed, or of another login. */
  | 'protocol'
  | 'pending-login-too-old'
  /** A token response that violates the protocol. */
  | 'token-response'
  /** The code or refresh token is used, revoked or expired (RFC 6749, section 5.2). */
  | 'invalid-grant'
  /** A temporary failure of the authorization server or the network; the stored login stays valid. */
  | 'login-unavailable'
  /** A wrong client configuration, such as `invalid_client` or an endpoint without TLS. */
  | 'client-configuration'
  /** There is no login. */
  | 'logged-out'
  /** Spotify has rejected the refresh token. */
  | 'login-ended'
  /** Spotify rejects access tokens that were just issued. */
  | 'login-rejected'
  | 'storage-blocked'
  /** The storage quota is exceeded. */
  | 'storage-full';

/** Signals a failure of a login, a refresh, or the storage of either. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
  readonly kind: LoginErrorKind;
  /** An error code of RFC 6749, or a stable code of this app; never text from a response. */
  readonly code: string;
  /** The return path of a declined login, whose answer was genuine. */
  readonly returnTo: string | undefined;

  constructor(
    kind: LoginErrorKind,
    code: string = kind,
    options?: ErrorOptions & { readonly returnTo?: string },
  ) {
    super(code, options);
    this.kind = kind;
    this.code = code;
    this.returnTo = options?.returnTo;
  }
}

/** Tells whether an error is a login error of one of these kinds. */
export function isLoginError(error: unknown, ...kinds: readonly LoginErrorKind[]): boolean {
  return error instanceof LoginError && kinds.includes(error.kind);
}

/** Tells whether an error is a failure of storage. */
export function isStorageError(error: unknown): boolean {
  return isLoginError(error, 'storage-blocked', 'storage-full');
}
