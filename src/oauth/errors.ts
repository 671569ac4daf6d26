/** Distinguishes failures of a login, a refresh, or of what is stored of them; `words/errors.ts` has words for each. */
export type LoginErrorKind =
  /** The person declined at the consent page (`access_denied`; RFC 6749, section 4.1.2.1). */
  | 'declined'
  /** A message that breaks the protocol: forged, doubled, replayed, malformed, or of another login. */
  | 'protocol'
  | 'pending-login-too-old'
  /** A token response that breaks the protocol. */
  | 'token-response'
  /** The code or refresh token is spent, revoked or too old (RFC 6749, section 5.2). */
  | 'invalid-grant'
  /** A passing fault on the way to the authorization server; whatever is stored stays valid. */
  | 'login-unavailable'
  /** The client itself is set up wrongly, such as `invalid_client` or an endpoint without TLS. */
  | 'client-configuration'
  /** Nobody is logged in. */
  | 'logged-out'
  /** Spotify has refused the refresh token. */
  | 'login-ended'
  /** Spotify refuses fresh access tokens. */
  | 'login-rejected'
  | 'storage-blocked'
  /** Storage that only lacks room. */
  | 'storage-full';

/** Signals a failure of a login, a refresh, or of what is stored of them. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
  readonly kind: LoginErrorKind;
  /** An error code of RFC 6749, or a short stable word of ours; never text from a message. */
  readonly code: string;

  constructor(kind: LoginErrorKind, code: string = kind, options?: ErrorOptions) {
    super(code, options);
    this.kind = kind;
    this.code = code;
  }
}

/** Tells whether an error is a login error of one of these kinds. */
export function isLoginError(error: unknown, ...kinds: readonly LoginErrorKind[]): boolean {
  return error instanceof LoginError && kinds.includes(error.kind);
}

/** Tells whether storage has failed. */
export function isStorageError(error: unknown): boolean {
  return isLoginError(error, 'storage-blocked', 'storage-full');
}
