import { SPOTIFY_API } from '../config.ts';
import type { User } from '../library/types.ts';
import { get, type PacedConnection } from './http.ts';
import { membersOf, textIn } from './wire.ts';

/** The address of the profile. */
export const PROFILE_URL = `${SPOTIFY_API}/v1/me`;

/** Requests the profile of the logged-in person (Spotify: `GET /me`). */
export function getProfile(connection: PacedConnection, signal: AbortSignal): Promise<User> {
  return get(connection, PROFILE_URL, parseProfile, signal);
}

/** Parses a profile; only the id is required. */
export function parseProfile(body: unknown): User | undefined {
  const { id: givenId, account_id, display_name } = membersOf(body);
  const id = textIn(givenId);
  if (!id) return undefined;
  // `account_id` exists since May 2026; it changes less often than `id`.
  return { accountId: textIn(account_id) || id, id, displayName: textIn(display_name) || id };
}
