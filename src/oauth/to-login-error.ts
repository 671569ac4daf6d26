import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
} from 'oauth4webapi';
import { LoginError } from './errors.ts';
import { NetworkError } from './network-error.ts';

/**
 * The error codes that RFC 6749 defines (sections 4.1.2.1 and 5.2); other values from a server are not passed
 * on.
 */
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
 * Maps an error of an authorization response or a token request to a login error, by error code alone and
 * never by `error_description` (RFC 6749, section 5.2). The library's own errors are not attached as a cause,
 * because they contain the response with its code or tokens.
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
  // The library's errors about invalid arguments have a `code`.
  if (thrown instanceof TypeError && 'code' in thrown) {
    return new LoginError('client-configuration', 'bad_argument', { cause: thrown });
  }
  // An exceeded time limit is a DOMException.
  if (thrown instanceof NetworkError || thrown instanceof DOMException) {
    return new LoginError('login-unavailable', 'network', { cause: thrown });
  }
  return thrown instanceof Error ? thrown : new Error('unknown', { cause: thrown });
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

/** Tells whether a status means a temporary failure, regardless of the body. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
