import {
  AuthorizationResponseError,
  OperationProcessingError,
  PARSE_ERROR,
  ResponseBodyError,
  UnsupportedOperationError,
} from 'oauth4webapi';
import {
  AuthorizationDeniedError,
  ClientConfigurationError,
  InvalidGrantError,
  ProtocolError,
  TemporarilyUnavailableError,
} from './errors.ts';

/** The error codes that RFC 6749 defines (sections 4.1.2.1 and 5.2); all else from a server is not repeated. */
const KNOWN_CODES: readonly string[] = [
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
];

/**
 * Sorts whatever a login or refresh threw into the classes a caller acts on, by status and error
 * code alone and never by `error_description` (RFC 6749, section 5.2). The library's own errors are
 * not kept as a cause: they carry the message they judged, with its code or tokens.
 */
export function toLoginError(thrown: unknown): Error {
  if (thrown instanceof ProtocolError) return thrown;
  if (thrown instanceof AuthorizationResponseError) return ofAuthorizationResponse(thrown);
  if (thrown instanceof ResponseBodyError) return ofTokenResponse(thrown);
  if (thrown instanceof OperationProcessingError) return ofOperation(thrown);
  if (thrown instanceof UnsupportedOperationError) {
    return new ProtocolError(isOfTokenResponse(thrown.cause) ? 'token_unsupported' : 'unsupported');
  }
  // The library marks its complaints about our own arguments with a code; the network's have none.
  if (thrown instanceof TypeError && 'code' in thrown) {
    return new ClientConfigurationError('bad_argument', { cause: thrown });
  }
  // Offline, refused, cut off, no CORS headers, or out of time.
  return new TemporarilyUnavailableError('network', { cause: thrown });
}

function ofAuthorizationResponse(error: AuthorizationResponseError): Error {
  const code = known(error.error);
  if (code === 'access_denied') return new AuthorizationDeniedError(code);
  if (isPassing(code)) return new TemporarilyUnavailableError(code);
  return new ProtocolError(code);
}

function ofTokenResponse(error: ResponseBodyError): Error {
  const code = known(error.error);
  if (isPassingStatus(error.status) || isPassing(code)) {
    return new TemporarilyUnavailableError(code);
  }
  if (code === 'invalid_grant') return new InvalidGrantError(code);
  return new ClientConfigurationError(code);
}

function ofOperation(error: OperationProcessingError): Error {
  if (error.cause instanceof Response && isPassingStatus(error.cause.status)) {
    return new TemporarilyUnavailableError(`status_${error.cause.status}`);
  }
  // A body that breaks off is the network's fault; one that arrives whole and is no JSON is the server's.
  if (error.code === PARSE_ERROR && !(error.cause instanceof SyntaxError)) {
    return new TemporarilyUnavailableError('body');
  }
  if (isOfTokenResponse(error.cause)) return new ProtocolError('token_malformed');
  return new ProtocolError(error.code ?? 'malformed');
}

/** Whether the library judged a token response: only of an authorization response does it keep the parameters as the cause. */
function isOfTokenResponse(cause: unknown): boolean {
  return !('parameters' in Object(cause));
}

function known(code: string): string {
  return KNOWN_CODES.includes(code) ? code : 'unknown_error';
}

function isPassing(code: string): boolean {
  return code === 'server_error' || code === 'temporarily_unavailable';
}

function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
