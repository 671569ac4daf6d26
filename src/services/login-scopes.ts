import { SCOPE_NAMES } from '../config.ts';
import type { LoginRequest } from '../session/session.ts';

/** The scopes of a login that is to replace another one, and whether Spotify asks for them on its page. */
export type WantedScopes = Pick<LoginRequest, 'scopes' | 'showDialog'>;

/**
 * Asks for further scopes beside those that were granted, because a new login replaces the old one with all its
 * scopes. Spotify's page is displayed: without it, Spotify may answer by an earlier consent and grant nothing new.
 */
export function addScopes(
  granted: readonly string[],
  needed: readonly string[],
): Required<WantedScopes> {
  return { scopes: [...new Set([...granted, ...SCOPE_NAMES, ...needed])], showDialog: true };
}

/** Asks for the app's base scopes alone, which only read, on Spotify's page. */
export function readOnlyScopes(): Required<WantedScopes> {
  return { scopes: SCOPE_NAMES, showDialog: true };
}
