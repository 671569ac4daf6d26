import { SPOTIFY_ACCOUNTS } from '../../../config.ts';
import type { SessionRecord } from '../../../session/types.ts';
import { ALL_SCOPE_NAMES } from '../../../words/all-scopes.ts';

/** Stands for a secret that is not revealed. */
export const HIDDEN = '••••••••';

/** Which secrets of a result are revealed. */
export interface Revealed {
  readonly accessToken: boolean;
  readonly refreshToken: boolean;
}

/** Scopes read from a pasted request, or the reason why it is refused. */
export type ParsedArticle = { readonly scopes: readonly string[] } | { readonly problem: string };

/** Writes the wanted login as `{redirect_uri, scopes}`. */
export function toArticleRequest(redirectUri: string, scopes: readonly string[]): string {
  return JSON.stringify({ redirect_uri: redirectUri, scopes }, null, 2);
}

/** Parses a pasted `{redirect_uri, scopes}`; a `redirect_uri` must be the one of this deployment. */
export function parseArticleRequest(text: string, redirectUri: string): ParsedArticle {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problem: 'This is no JSON.' };
  }
  const given: { readonly redirect_uri?: unknown; readonly scopes?: unknown } = Object(parsed);
  if (given.redirect_uri !== undefined && given.redirect_uri !== redirectUri)
    return {
      problem: `Spotify can only reply to this page: redirect_uri must be ${redirectUri}`,
    };
  const scopes = typeof given.scopes === 'string' ? given.scopes.split(/\s+/) : given.scopes;
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string'))
    return { problem: 'scopes must be a list of names.' };
  const unknown = scopes.find((scope) => scope !== '' && !ALL_SCOPE_NAMES.includes(scope));
  if (unknown !== undefined) return { problem: `Spotify has no scope “${unknown.slice(0, 60)}”.` };
  return { scopes: ALL_SCOPE_NAMES.filter((scope) => scopes.includes(scope)) };
}

/** Writes a login as `{request, response}`; secrets that are not revealed are hidden. */
export function toArticleResult(record: SessionRecord, revealed: Revealed): string {
  const result = {
    request: { redirect_uri: record.redirectUri, scopes: record.askedScopes },
    response: {
      access_token: revealed.accessToken ? record.accessToken : HIDDEN,
      refresh_token: revealed.refreshToken ? record.refreshToken : HIDDEN,
      expires_in: record.expiresIn,
    },
  };
  return JSON.stringify(result, null, 2);
}

/** What decides an authorization request. */
export interface WantedLogin {
  readonly scopes: () => readonly string[];
  readonly clientId: () => string;
  readonly showsDialog: () => boolean;
}

/**
 * Lists the authorization request line by line as it will be sent, in the order of its parameters; what is made anew for
 * each login is named in angle brackets.
 */
export function authorizationLines(wanted: WantedLogin, redirectUri: string): readonly string[] {
  const parameters = {
    response_type: 'code',
    client_id: wanted.clientId().trim(),
    redirect_uri: redirectUri,
    scope: wanted.scopes().join(' '),
    ...(wanted.showsDialog() && { show_dialog: 'true' }),
  };
  const lines = Object.entries(parameters).map(([name, value]) =>
    new URLSearchParams({ [name]: value }).toString(),
  );
  const made = [
    'state=<random>',
    'code_challenge=<SHA-256 of a verifier>',
    'code_challenge_method=S256',
  ];
  const all = [...lines.slice(0, 4), ...made, ...lines.slice(4)];
  return [
    `GET ${SPOTIFY_ACCOUNTS.authorizationEndpoint}`,
    ...all.map((line, index) => `${index === 0 ? '?' : '&'}${line}`),
  ];
}

/** When a token was issued, in ms since the epoch, and how long it lives, in s. */
export interface TokenLife {
  readonly issuedAt: number;
  readonly expiresIn: number;
}

/** Formats the time that an access token still lives, such as "59:12", as a clock. */
export function formatLife({ issuedAt, expiresIn }: TokenLife, now: number): string {
  const lifetime = expiresIn * 1000;
  const ms = issuedAt + lifetime - now;
  // A token of later than now counts as expired; `now` may be a second old.
  if (ms <= 0 || ms > lifetime + 1000) return 'Expired; the next request refreshes it';
  const seconds = Math.floor(ms / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)} left`;
}
