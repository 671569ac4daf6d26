import { SCOPE_NAMES, SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../../../src/config.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { CLIENT } from './browser.ts';
import { TOKEN } from './network.ts';
import { authorizationResponse } from './spotify.ts';

/** A verifier and its challenge: the example of RFC 7636, appendix B. */
export const PKCE = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

/** The scopes that the authorization request below asks for. */
export const SCOPE = SCOPE_NAMES.join(' ');

/** Client ID of a second app. */
export const OTHER_CLIENT_ID = 'fedcba9876543210fedcba9876543210';

/** Both apps, registered with the same redirect URI. */
export const TWO_CLIENTS = [CLIENT.clientId, OTHER_CLIENT_ID].map((clientId) => ({
  clientId,
  redirectUris: [CLIENT.redirectUri],
}));

/** Parameters of a request by name; `undefined` omits one. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** An answer of the token endpoint or the Web API, with the members that tests read. */
export interface SpotifyAnswer {
  readonly status: number;
  readonly body: {
    readonly access_token?: string;
    readonly refresh_token?: string;
    readonly error?: unknown;
    readonly error_description?: string;
    readonly scope?: string;
    readonly total?: number;
    readonly next?: string | null;
    readonly previous?: string | null;
    readonly items?: readonly (WirePlaylist | null)[];
  };
}

/** Makes a valid authorization request with some parameters changed. */
export function authorizationRequest(changes: Fields = {}): URL {
  const form = formOf({
    client_id: CLIENT.clientId,
    response_type: 'code',
    redirect_uri: CLIENT.redirectUri,
    code_challenge_method: 'S256',
    code_challenge: PKCE.challenge,
    state: 'a state & more',
    scope: SCOPE,
    ...changes,
  });
  return new URL(`${SPOTIFY_ACCOUNTS.authorizationEndpoint}?${form}`);
}

/** Gets a code from a person who agrees. */
export async function codeFor(changes: Fields = {}): Promise<string> {
  const answer = await authorizationResponse(authorizationRequest(changes));
  return answer.get('code') ?? '';
}

/** Exchanges a code for tokens, in a valid request with some parameters changed. */
export function redeem(code: string, changes: Fields = {}): Promise<SpotifyAnswer> {
  const form = formOf({
    client_id: CLIENT.clientId,
    grant_type: 'authorization_code',
    code,
    redirect_uri: CLIENT.redirectUri,
    code_verifier: PKCE.verifier,
    ...changes,
  });
  return ask(TOKEN, { method: 'POST', body: form });
}

/** Refreshes a token, in a valid request with some parameters changed. */
export function refresh(token: string | undefined, changes: Fields = {}): Promise<SpotifyAnswer> {
  const form = formOf({
    client_id: CLIENT.clientId,
    grant_type: 'refresh_token',
    refresh_token: token,
    ...changes,
  });
  return ask(TOKEN, { method: 'POST', body: form });
}

/** Gets a path of the Web API. */
export function get(path: string, accessToken: string | undefined): Promise<SpotifyAnswer> {
  return ask(SPOTIFY_API + path, { headers: { Authorization: `Bearer ${accessToken}` } });
}

/** Makes the error response of the token endpoint. */
export function refused(error: string, description: string): SpotifyAnswer {
  return { status: 400, body: { error, error_description: description } };
}

async function ask(url: string, init: RequestInit): Promise<SpotifyAnswer> {
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as SpotifyAnswer['body'] };
}

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(name, value);
  }
  return form;
}
