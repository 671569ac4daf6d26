import type { Spotify } from '../services/spotify.ts';
import type { Session } from '../session/session.ts';
import { makeSpotifyClient } from '../spotify/client.ts';
import type { PacedConnection } from '../spotify/http.ts';
import type { Collection } from './collection-types.ts';

/** Asks Spotify whose login this is, where that is not known yet, and keeps the answer; says whether it is news. */
export async function identify(
  session: Session,
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<boolean> {
  const state = session.state();
  if (state.kind !== 'signed-in' || state.record.account) return false;
  const { accountId, id, displayName } = await makeSpotifyClient(connection).profile(signal);
  await session.identify(state.record.loginId, { accountId, userId: id, displayName });
  return true;
}

/** Asks beside a list whose it is, shows what is kept for that account, and clears away what is too old. */
export async function identifyList<Row>(
  session: Session,
  { connection, snapshots }: Spotify,
  collection: Collection<Row>,
  signal: AbortSignal,
): Promise<void> {
  if (await identify(session, connection, signal)) await collection.openKept();
  await snapshots.sweep();
}
