/** Signals that the person declined at the consent page (`access_denied`; RFC 6749, section 4.1.2.1). */
export class AuthorizationDeniedError extends Error {
  override readonly name = 'AuthorizationDeniedError';
}

/** Signals a message that breaks the protocol: forged, doubled, replayed, malformed, or of another login. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  /**
   * A short stable word of ours for tests and reports; never text from the message itself. Begins
   * with `token_` where the message is a token response.
   */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Signals `invalid_grant`: the code or refresh token is spent, revoked or too old (RFC 6749, section 5.2). */
export class InvalidGrantError extends Error {
  override readonly name = 'InvalidGrantError';
}

/** Signals a passing fault on the way to the authorization server; whatever is stored stays valid. */
export class TemporarilyUnavailableError extends Error {
  override readonly name = 'TemporarilyUnavailableError';
}

/** Signals that the client itself is set up wrongly, such as `invalid_client` or an endpoint without TLS. */
export class ClientConfigurationError extends Error {
  override readonly name = 'ClientConfigurationError';
  /** An error code of RFC 6749, section 5.2, or a short stable word of ours. */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
