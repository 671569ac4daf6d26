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
import { LoginError } from './errors.ts';
import { isPassingStatus, toLoginError } from './to-login-error.ts';
import type { Client, Fetch, ReportCheck, Tokens } from './types.ts';

/** Access tokens are renewed this long before they end, in ms, at most half of their life. */
const EXPIRY_MARGIN_MS = 60_000;

/** Lifetime assumed where a server states none, in s; Spotify's access tokens always live this long. */
const DEFAULT_LIFETIME_S = 3600;

/** Longest lifetime that is believed, in s: a day. */
const LONGEST_LIFETIME_S = 86_400;

/** Parameters that belong to flows this client never starts (RFC 9700, section 2.1.2). */
const FOREIGN_PARAMETERS = ['access_token', 'id_token', 'token', 'response'];

/** What a token request needs beside its grant. */
export interface TokenRequestOptions {
  readonly fetch: Fetch;
  /** When the request is sent, in ms since the epoch. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** The pending login's half of the exchange: what was kept in this browser. */
export interface Exchange {
  readonly parameters: URLSearchParams;
  readonly state: string;
  readonly codeVerifier: string;
}

/**
 * Checks an authorization response and exchanges its code for tokens (RFC 6749, sections 4.1.2 and
 * 4.1.3; RFC 7636, section 4.5; RFC 9207, section 2.4).
 *
 * @throws LoginError.
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
 * Renews an access token (RFC 6749, section 6), asking for no scope so that none is lost; the old
 * refresh token stays where the answer brings no new one.
 *
 * @throws LoginError.
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

/** The library's checks, in its order; it makes none after one that fails. */
const LIBRARY_CHECKS = ['single', 'issuer', 'same-state', 'no-error'] as const;

/** Reports how the library's checks went. */
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

/** Finds the check that a refused response fails by the response itself: messages of the library may change. */
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

/** The library forbids redirects; a public client also sends no cookies, no referrer, and keeps no copy. */
function carefully(fetch: Fetch) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    const { status, headers } = response;
    if (isPassingStatus(status)) throw new LoginError('login-unavailable', `status_${status}`);
    // The library looks at the media type only when the body is not JSON (RFC 6749, section 5.1).
    const mediaType = headers.get('content-type') ?? '';
    if (status === 200 && !/^application\/json\s*(;|$)/i.test(mediaType)) {
      throw new LoginError('token-response', 'token_response_not_json');
    }
    // A redirect that was not followed, among others.
    if (!response.body) return response;
    // Read here, so that a body that breaks off is told from a whole one that is no JSON.
    const body = await response.text();
    return new Response(body, { status, headers });
  };
}

function tokensOf(
  answer: TokenEndpointResponse,
  now: number,
  oldRefreshToken: string | null,
  askedScopes: readonly string[],
): Tokens {
  // The library also lets `dpop` through, which nobody asked for (RFC 6749, section 7.1).
  if (answer.token_type !== 'bearer') throw new LoginError('token-response', 'token_type');
  const expiresIn = Math.min(answer.expires_in ?? DEFAULT_LIFETIME_S, LONGEST_LIFETIME_S);
  const lifetimeMs = expiresIn * 1000;
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? oldRefreshToken,
    // Absent means "as asked" (RFC 6749, section 5.1); Spotify may send an empty string for it.
    grantedScopes: answer.scope ? answer.scope.split(' ') : askedScopes,
    expiresIn,
    issuedAt: now,
    expiresAt: now + lifetimeMs - Math.min(EXPIRY_MARGIN_MS, lifetimeMs / 2),
  };
}
