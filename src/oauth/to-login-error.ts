import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
} from 'oauth4webapi';
import { LoginError } from './errors.ts';

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
 * Maps whatever the check of an authorization response or a token request threw to the classes a caller acts on, by
 * error code alone and never by `error_description` (RFC 6749, section 5.2). The library's own errors are not kept as
 * a cause: they carry the message they judged, with its code or tokens.
 */
export function toLoginError(thrown: unknown, isOfTokenRequest: boolean): Error {
  if (thrown instanceof LoginError) return thrown;
  if (thrown instanceof AuthorizationResponseError) return ofAuthorizationResponse(thrown);
  if (thrown instanceof ResponseBodyError) return ofTokenResponse(thrown);
  if (thrown instanceof OperationProcessingError || thrown instanceof UnsupportedOperationError) {
    return isOfTokenRequest
      ? new LoginError('token-response', 'token_malformed')
      : new LoginError('protocol', thrown.code);
  }
  // The library marks its complaints about our own arguments with a code; the network's have none.
  if (thrown instanceof TypeError && 'code' in thrown) {
    return new LoginError('client-configuration', 'bad_argument', { cause: thrown });
  }
  // Offline, refused, cut off, no CORS headers, or out of time.
  return new LoginError('login-unavailable', 'network', { cause: thrown });
}

function ofAuthorizationResponse(error: AuthorizationResponseError): Error {
  const code = known(error.error);
  if (code === 'access_denied') return new LoginError('declined', code);
  if (isPassing(code)) return new LoginError('login-unavailable', code);
  return new LoginError('protocol', code);
}

function ofTokenResponse(error: ResponseBodyError): Error {
  const code = known(error.error);
  if (isPassing(code)) return new LoginError('login-unavailable', code);
  if (code === 'invalid_grant') return new LoginError('invalid-grant', code);
  return new LoginError('client-configuration', code);
}

function known(code: string): string {
  return KNOWN_CODES.includes(code) ? code : 'unknown_error';
}

function isPassing(code: string): boolean {
  return code === 'server_error' || code === 'temporarily_unavailable';
}

/** Whether a status tells of a fault that may pass, whatever the body says. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
