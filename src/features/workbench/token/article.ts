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
