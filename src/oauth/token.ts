import {
  type AuthorizationServer,
  authorizationCodeGrantRequest,
  customFetch,
  type Client as LibraryClient,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { isCarriable } from './carriable-token.ts';
import { LoginError } from './errors.ts';
import { ofNetwork } from './network-error.ts';
import { isPassingStatus, toLoginError } from './to-login-error.ts';
import type { Client, Fetch, ReportCheck, Tokens } from './types.ts';

/**
 * Time before the expiry of an access token from which it is refreshed, in ms; at most half of its lifetime.
 */
const EXPIRY_MARGIN_MS = 60_000;

/**
 * Assumed lifetime where a token response has no `expires_in`, in s; Spotify's access tokens always have this
 * one.
 */
const DEFAULT_LIFETIME_S = 3600;

/** Maximum accepted lifetime, in s: a day. */
const LONGEST_LIFETIME_S = 86_400;

/** Response parameters of flows that this client does not use (RFC 9700, section 2.1.2). */
const FOREIGN_PARAMETERS = ['access_token', 'id_token', 'token', 'response'];

/** Options of a token request besides its grant. */
export interface TokenRequestOptions {
  readonly fetch: Fetch;
  /** Time of the request, in ms since the epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** The authorization response, and the data of the pending login to check it against. */
export interface Exchange {
  readonly parameters: URLSearchParams;
  readonly state: string;
  readonly codeVerifier: string;
}

/**
 * Checks an authorization response and exchanges its code for tokens (RFC 6749, sections 4.1.2 and 4.1.3; RFC
 * 7636, section 4.5; RFC 9207, section 2.4).
 *
 * @throws LoginError where the response or the token request fails.
 */
export async function exchangeCode(
  client: Client,
  exchange: Exchange,
  options: TokenRequestOptions,
  report: ReportCheck,
): Promise<Tokens> {
  let isSent = false;
  const { server, library, request } = prepare(client, {
    ...options,
    fetch(url, init) {
      isSent = true;
      return options.fetch(url, init);
    },
  });
  try {
    const isForeign = FOREIGN_PARAMETERS.some((name) => exchange.parameters.has(name));
    report('flow', !isForeign);
    if (isForeign) throw new LoginError('protocol', 'foreign_parameter');
    const parameters = validated(
      () => validateAuthResponse(server, library, exchange.parameters, exchange.state),
      () => firstFailed(exchange, client),
      report,
    );
    const response = await authorizationCodeGrantRequest(
      server,
      library,
      None(),
      parameters,
      client.redirectUri,
      exchange.codeVerifier,
      request,
    );
    const answer = await processAuthorizationCodeResponse(server, library, response);
    return tokensOf(answer, options.now, null, client.scopes);
  } catch (error) {
    throw toLoginError(error, isSent);
  }
}

/**
 * Refreshes an access token (RFC 6749, section 6), without a `scope` parameter so that none is lost; the old
 * refresh token stays valid where the response has no new one.
 *
 * @throws LoginError where the token request fails.
 */
export async function refreshTokens(
  client: Client,
  old: Pick<Tokens, 'grantedScopes'> & { readonly refreshToken: string },
  options: TokenRequestOptions,
): Promise<Tokens> {
  const { server, library, request } = prepare(client, options);
  try {
    const response = await refreshTokenGrantRequest(
      server,
      library,
      None(),
      old.refreshToken,
      request,
    );
    const answer = await processRefreshTokenResponse(server, library, response);
    return tokensOf(answer, options.now, old.refreshToken, old.grantedScopes);
  } catch (error) {
    throw toLoginError(error, true);
  }
}

/** The library's checks, in its order; it stops after the first that fails. */
const LIBRARY_CHECKS = ['single', 'issuer', 'same-state', 'no-error'] as const;

/** Reports the results of the library's checks. */
function validated<T>(
  validate: () => T,
  firstFailed: () => (typeof LIBRARY_CHECKS)[number],
  report: ReportCheck,
): T {
  const reportUntil = (failed?: string) => {
    for (const check of LIBRARY_CHECKS) {
      report(check, check !== failed);
      if (check === failed) return;
    }
  };
  try {
    const parameters = validate();
    reportUntil();
    return parameters;
  } catch (error) {
    reportUntil(firstFailed());
    throw error;
  }
}

/** Determines the failed check from the response itself, because the library's messages may change. */
function firstFailed(
  { parameters, state }: Exchange,
  { server }: Client,
): (typeof LIBRARY_CHECKS)[number] {
  if (new Set(parameters.keys()).size < parameters.size) return 'single';
  const issuer = parameters.get('iss');
  if (issuer === null ? server.sendsIssuer : issuer !== server.issuer) return 'issuer';
  return parameters.get('state') === state ? 'no-error' : 'same-state';
}

function prepare(client: Client, options: TokenRequestOptions) {
  const server: AuthorizationServer = {
    issuer: client.server.issuer,
    token_endpoint: client.server.tokenEndpoint,
    authorization_response_iss_parameter_supported: client.server.sendsIssuer,
  };
  const library: LibraryClient = { client_id: client.clientId };
  const request = { signal: options.signal, [customFetch]: carefully(options.fetch) };
  return { server, library, request };
}

/**
 * Restricts the library's requests: it forbids redirects; a public client also sends no cookies and no
 * referrer, and bypasses the HTTP cache.
 */
function carefully(fetch: Fetch) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const response = await ofNetwork(
      fetch(url, {
        ...init,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      }),
    );
    const { status, headers } = response;
    if (isPassingStatus(status)) throw new LoginError('login-unavailable', `status_${status}`);
    // The library checks the media type only when the body is not JSON (RFC 6749, section 5.1).
    const mediaType = headers.get('content-type') ?? '';
    if (status === 200 && !/^application\/json\s*(;|$)/i.test(mediaType)) {
      throw new LoginError('token-response', 'token_response_not_json');
    }
    // A response without a body, such as an opaque redirect.
    if (!response.body) return response;
    // Read here, to distinguish an interrupted body from a complete one that is not JSON.
    const body = await ofNetwork(response.text());
    return new Response(body, { status, headers });
  };
}

function tokensOf(
  answer: TokenEndpointResponse,
  now: number,
  oldRefreshToken: string | null,
  askedScopes: readonly string[],
): Tokens {
  // The library also accepts `dpop`, which was not requested (RFC 6749, section 7.1).
  if (answer.token_type !== 'bearer') throw new LoginError('token-response', 'token_type');
  // The library takes any text.
  if (![answer.access_token, answer.refresh_token ?? '-'].every(isCarriable))
    throw new LoginError('token-response', 'token_not_carriable');
  const expiresIn = Math.min(answer.expires_in ?? DEFAULT_LIFETIME_S, LONGEST_LIFETIME_S);
  const lifetimeMs = expiresIn * 1000;
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? oldRefreshToken,
    // An absent `scope` means the requested scopes (RFC 6749, section 5.1); Spotify may send an empty string
    // instead.
    grantedScopes: answer.scope ? answer.scope.split(' ') : askedScopes,
    expiresIn,
    issuedAt: now,
    expiresAt: now + lifetimeMs - Math.min(EXPIRY_MARGIN_MS, lifetimeMs / 2),
  };
}
