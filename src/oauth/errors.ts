/** Tells failures of a login or refresh apart; `words/errors.ts` has words for each. */
export type LoginErrorKind =
  | 'declined'
  | 'protocol'
  | 'pending-login-too-old'
  | 'token-response'
  | 'invalid-grant'
  | 'login-unavailable'
  | 'client-configuration'
  | 'logged-out'
  | 'login-ended'
  | 'login-rejected'
  | 'storage-blocked'
  | 'storage-full';

/** Any failure of a login, a refresh, or of what is stored of them. */
export abstract class LoginError extends Error {
  abstract readonly kind: LoginErrorKind;
}

/** Signals that the person declined at the consent page (`access_denied`; RFC 6749, section 4.1.2.1). */
export class AuthorizationDeniedError extends LoginError {
  override readonly name = 'AuthorizationDeniedError';
  readonly kind = 'declined';
}

/** Signals a message that breaks the protocol: forged, doubled, replayed, malformed, or of another login. */
export class ProtocolError extends LoginError {
  override readonly name = 'ProtocolError';
  readonly kind: LoginErrorKind;
  /**
   * A short stable word of ours for tests and reports; never text from the message itself. Begins
   * with `token_` where the message is a token response.
   */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.kind = protocolKindOf(code);
  }
}

function protocolKindOf(code: string): LoginErrorKind {
  if (code === 'pending_login_too_old') return 'pending-login-too-old';
  return code.startsWith('token_') ? 'token-response' : 'protocol';
}

/** Signals `invalid_grant`: the code or refresh token is spent, revoked or too old (RFC 6749, section 5.2). */
export class InvalidGrantError extends LoginError {
  override readonly name = 'InvalidGrantError';
  readonly kind = 'invalid-grant';
}

/** Signals a passing fault on the way to the authorization server; whatever is stored stays valid. */
export class TemporarilyUnavailableError extends LoginError {
  override readonly name = 'TemporarilyUnavailableError';
  readonly kind = 'login-unavailable';
}

/** Signals that the client itself is set up wrongly, such as `invalid_client` or an endpoint without TLS. */
export class ClientConfigurationError extends LoginError {
  override readonly name = 'ClientConfigurationError';
  readonly kind = 'client-configuration';
  /** An error code of RFC 6749, section 5.2, or a short stable word of ours. */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
