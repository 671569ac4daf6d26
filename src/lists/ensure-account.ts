import type { Session } from '../session/session.ts';
import type { PacedConnection } from '../spotify/http.ts';
import { getProfile } from '../spotify/profile.ts';
import type { Collection } from './collection.ts';

/** Fetches and stores the account of the login if it is unknown; returns whether it was unknown. */
export async function ensureAccount(
  session: Session,
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<boolean> {
  const state = session.state();
  if (state.kind !== 'signed-in' || state.record.account) return false;
  const { accountId, id, displayName } = await getProfile(connection, signal);
  await session.setAccount(state.record.loginId, { accountId, userId: id, displayName });
  return true;
}

/** Ensures the account while a list loads, and displays the cached list of that account. */
export async function refreshCacheForAccount<Row>(
  session: Session,
  connection: PacedConnection,
  collection: Collection<Row>,
  signal: AbortSignal,
): Promise<void> {
  if (await ensureAccount(session, connection, signal)) await collection.openCached();
}
