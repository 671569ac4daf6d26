import { SPOTIFY_API } from '../config.ts';
import type { User } from '../library/types.ts';
import { get, type PacedConnection } from './http.ts';
import { membersOf, textIn } from './wire.ts';

/** Gets the profile of the person who is logged in (Spotify: `GET /me`). */
export function getProfile(connection: PacedConnection, signal: AbortSignal): Promise<User> {
  return get(connection, `${SPOTIFY_API}/v1/me`, userOf, signal);
}

/** Puts a profile into the app's own form; only the id is needed. */
function userOf(body: unknown): User | undefined {
  const { id: givenId, account_id, display_name } = membersOf(body);
  const id = textIn(givenId);
  if (!id) return undefined;
  // `account_id` came in May 2026; it is steadier than `id`.
  return { accountId: textIn(account_id) || id, id, displayName: textIn(display_name) || id };
}
