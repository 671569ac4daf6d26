import type { User } from '../../library/types.ts';
import { ALL_SCOPE_NAMES } from '../../words/all-scopes.ts';
import type { Grants } from './grants.ts';
import { isChallenge } from './pkce.ts';

/** A Spotify app as registered in the dashboard. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
}

/** A valid authorization request (RFC 6749, section 4.1.1; RFC 7636, 4.3). */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
  /** Returned unchanged in the response; `undefined` where none was sent. */
  readonly state: string | undefined;
}

/** Errors that Spotify shows on its own page, because the redirect URI is not trusted. */
export const PAGE_ERRORS = {
  'invalid-client': 'INVALID_CLIENT: Invalid client',
  'invalid-redirect-uri': 'INVALID_CLIENT: Invalid redirect URI',
  'insecure-redirect-uri': 'INVALID_CLIENT: Insecure redirect URI',
  'invalid-scope': 'INVALID_SCOPE: Invalid scope',
} as const;

/** Name of an error shown on Spotify's own page. */
export type PageError = keyof typeof PAGE_ERRORS;

/** Result of a check: consent page, error page, or redirect with an error. */
type CheckedRequest =
  | { readonly kind: 'ask'; readonly request: AuthorizationRequest }
  | { readonly kind: 'page'; readonly error: PageError }
  | {
      readonly kind: 'redirect';
      readonly redirectUri: string;
      readonly error: 'invalid_request';
      readonly state: string | undefined;
    };

/** Validates the parameters of an authorization request in Spotify's order. */
function checkAuthorizationRequest(
  clients: readonly RegisteredClient[],
  parameters: URLSearchParams,
): CheckedRequest {
  const one = (name: string) => onlyValue(parameters, name);
  const client = clients.find(({ clientId }) => clientId === one('client_id'));
  if (client === undefined) return { kind: 'page', error: 'invalid-client' };

  const redirectUri = one('redirect_uri');
  if (redirectUri === undefined || !client.redirectUris.includes(redirectUri)) {
    return {
      kind: 'page',
      error: isInsecure(redirectUri) ? 'insecure-redirect-uri' : 'invalid-redirect-uri',
    };
  }

  const scopes = (one('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.some((scope) => !ALL_SCOPE_NAMES.includes(scope))) {
    return { kind: 'page', error: 'invalid-scope' };
  }

  const state = one('state');
  const challenge = one('code_challenge');
  const isS256 = one('code_challenge_method') === 'S256' && isChallenge(challenge);
  if (one('response_type') !== 'code' || !isS256) {
    return { kind: 'redirect', redirectUri, error: 'invalid_request', state };
  }
  return {
    kind: 'ask',
    request: { clientId: client.clientId, redirectUri, scopes, challenge, state },
  };
}

/** The value of a parameter that occurs once; a repeated one counts as missing (RFC 6749, 3.1). */
export function onlyValue(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

function isInsecure(redirectUri: string | undefined): boolean {
  try {
    const { protocol, hostname } = new URL(redirectUri ?? '');
    return protocol === 'http:' && !['127.0.0.1', '[::1]'].includes(hostname);
  } catch {
    return false;
  }
}

/** The interactive part of the authorization server: consent and its responses. */
export interface Accounts {
  /** Validates an authorization request by its query, with or without the question mark. */
  checkRequest(search: string): CheckedRequest;
  /** Issues a code and gives the redirect with it (RFC 6749, section 4.1.2). */
  approve(request: AuthorizationRequest): Promise<string>;
  /** Gives the redirect with `access_denied` (RFC 6749, section 4.1.2.1). */
  decline(request: AuthorizationRequest): string;
  /** Gives the redirect with the error of an invalid request. */
  reject(refused: CheckedRequest & { readonly kind: 'redirect' }): string;
}

/** Dependencies of the interactive part. */
export interface AccountsSettings {
  readonly clients: readonly RegisteredClient[];
  readonly grants: Grants;
  /** The person logged in at Spotify at the moment. */
  readonly user: () => User;
  /** Sent as `iss` (RFC 9207); `undefined` sends none, like Spotify. */
  readonly issuer: string | undefined;
}

/** Makes the interactive part of the authorization server. */
export function makeAccounts({ clients, grants, user, issuer }: AccountsSettings): Accounts {
  const wayBack = (redirectUri: string, answer: Record<string, string>, state?: string) => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(answer)) url.searchParams.append(name, value);
    if (state !== undefined) url.searchParams.append('state', state);
    if (issuer !== undefined) url.searchParams.append('iss', issuer);
    return url.href;
  };
  return {
    checkRequest: (search) => checkAuthorizationRequest(clients, new URLSearchParams(search)),
    async approve({ state, ...request }) {
      const code = await grants.issueCode({ ...request, user: user() });
      return wayBack(request.redirectUri, { code }, state);
    },
    decline: ({ redirectUri, state }) => wayBack(redirectUri, { error: 'access_denied' }, state),
    reject: ({ redirectUri, error, state }) => wayBack(redirectUri, { error }, state),
  };
}
