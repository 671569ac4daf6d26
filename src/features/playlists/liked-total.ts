import type { Clock } from '../../clock.ts';
import { makeSpotifyClient } from '../../spotify/client.ts';
import type { PacedConnection } from '../../spotify/http.ts';
import type { ListCaches } from '../../storage/list-cache.ts';

/** The number is asked for again when it is older than this, in ms. */
const FRESH_MS = 300_000;

/** Tells how many songs the person likes: what is kept at once, and what Spotify says where that is old. */
export async function findLikedTotal(
  {
    connection,
    caches,
    clock,
  }: { readonly connection: PacedConnection; readonly caches: ListCaches; readonly clock: Clock },
  signal: AbortSignal,
  tell: (total: number) => void,
): Promise<void> {
  const cache = caches.open('count', 'liked');
  const { snapshot } = cache.peek() ?? (await cache.read());
  const [known] = snapshot?.rows ?? [];
  if (known !== undefined) tell(known);
  if (snapshot && clock.now() < snapshot.savedAt + FRESH_MS) return;
  const total = await makeSpotifyClient(connection).likedSongsTotal(signal);
  tell(total);
  cache.write({ rows: [total], savedAt: clock.now(), version: null });
}
