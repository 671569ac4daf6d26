import type { User } from '../../library/types.ts';
import type { Grants } from './grants.ts';
import { isChallenge } from './pkce.ts';

/** A Spotify app as it is registered in the dashboard. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
}

/** An authorization request that passed every check (RFC 6749, section 4.1.1; RFC 7636, 4.3). */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
  /** Goes back unchanged with the answer; `undefined` where none was sent. */
  readonly state: string | undefined;
}

/** The errors Spotify shows on a page of its own, because it trusts no way back to the app. */
export const PAGE_ERRORS = {
  'invalid-client': 'INVALID_CLIENT: Invalid client',
  'invalid-redirect-uri': 'INVALID_CLIENT: Invalid redirect URI',
  'insecure-redirect-uri': 'INVALID_CLIENT: Insecure redirect URI',
  'invalid-scope': 'INVALID_SCOPE: Invalid scope',
} as const;

/** One of the errors that end on a page of Spotify. */
export type PageError = keyof typeof PAGE_ERRORS;

/** What becomes of an authorization request: the person is asked, sees an error, or goes back. */
type CheckedRequest =
  | { readonly kind: 'ask'; readonly request: AuthorizationRequest }
  | { readonly kind: 'page'; readonly error: PageError }
  | {
      readonly kind: 'redirect';
      readonly redirectUri: string;
      readonly error: 'invalid_request';
      readonly state: string | undefined;
    };

const KNOWN_SCOPES: readonly string[] = [
  'playlist-read-private',
  'playlist-read-collaborative',
  'playlist-modify-private',
  'playlist-modify-public',
  'user-library-read',
  'user-library-modify',
  'user-read-private',
  'user-read-email',
  'user-follow-read',
  'user-follow-modify',
  'ugc-image-upload',
];

/** Checks the parameters of an authorization request in Spotify's order. */
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
  if (scopes.some((scope) => !KNOWN_SCOPES.includes(scope))) {
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

/** The value of a parameter that comes once; a repeated one counts as missing (RFC 6749, 3.1). */
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

/** The part of the authorization server that a person meets: the question and its answers. */
export interface Accounts {
  /** Judges an authorization request by its query, with or without the question mark. */
  checkRequest(search: string): CheckedRequest;
  /** Issues a code and gives the URL that brings it to the app (RFC 6749, section 4.1.2). */
  approve(request: AuthorizationRequest): Promise<string>;
  /** Gives the URL that tells the app of the refusal (RFC 6749, section 4.1.2.1). */
  decline(request: AuthorizationRequest): string;
  /** Gives the URL that tells the app what is wrong with its request. */
  reject(refused: CheckedRequest & { readonly kind: 'redirect' }): string;
}

/** What the person-facing part of the server needs. */
export interface AccountsSettings {
  readonly clients: readonly RegisteredClient[];
  readonly grants: Grants;
  /** Who is logged in at Spotify at the moment. */
  readonly user: () => User;
  /** Sent as `iss` (RFC 9207); `undefined` sends none, like Spotify. */
  readonly issuer: string | undefined;
}

/** Makes the person-facing part of the authorization server. */
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
