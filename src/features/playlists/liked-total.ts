import type { Clock } from '../../clock.ts';
import { makeSpotifyClient } from '../../spotify/client.ts';
import type { PacedConnection } from '../../spotify/http.ts';
import type { Snapshots } from '../../storage/snapshots.ts';

/** The number is asked for again when it is older than this, in ms. */
const FRESH_MS = 300_000;

/** Tells how many songs the person likes: what is kept at once, and what Spotify says where that is old. */
export async function findLikedTotal(
  {
    connection,
    snapshots,
    clock,
  }: { readonly connection: PacedConnection; readonly snapshots: Snapshots; readonly clock: Clock },
  signal: AbortSignal,
  tell: (total: number) => void,
): Promise<void> {
  const shelf = snapshots.shelf('count', 'liked');
  const { snapshot } = shelf.peek() ?? (await shelf.read());
  const [known] = snapshot?.rows ?? [];
  if (known !== undefined) tell(known);
  if (snapshot && clock.now() < snapshot.savedAt + FRESH_MS) return;
  const total = await makeSpotifyClient(connection).likedSongsTotal(signal);
  tell(total);
  shelf.keep({ rows: [total], savedAt: clock.now(), mark: null });
}
