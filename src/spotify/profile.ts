import * as v from 'valibot';
import { SPOTIFY_API } from '../config.ts';
import type { User } from '../library/types.ts';
import { type Connection, get } from './http.ts';

const Profile = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  // Since May 2026; steadier than `id`.
  account_id: v.fallback(v.nullish(v.string()), null),
  display_name: v.fallback(v.nullish(v.string()), null),
});

/** Gets the profile of the person who is logged in (Spotify: `GET /me`). */
export async function getProfile(connection: Connection, signal: AbortSignal): Promise<User> {
  const body = await get(connection, `${SPOTIFY_API}/v1/me`, Profile, signal);
  return {
    accountId: body.account_id || body.id,
    id: body.id,
    displayName: body.display_name || body.id,
  };
}
