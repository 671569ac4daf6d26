import type { User } from '../../library/types.ts';
import {
  type AuthorizationRequest,
  type CheckedRequest,
  checkAuthorizationRequest,
  type RegisteredClient,
} from './authorization-request.ts';
import type { Grants } from './grants.ts';

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
