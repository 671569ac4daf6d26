import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { useServices } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { getLikedSongsTotal } from '../../spotify/liked-songs.ts';

/** Follows the number of liked songs, from the cache or else from Spotify, once `isWanted`; `undefined` while unknown. */
export function createLikedTotal(isWanted: Accessor<boolean>): Accessor<number | undefined> {
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const [total, setTotal] = createSignal<number>();
  const left = new AbortController();
  onCleanup(() => left.abort());

  async function find(): Promise<void> {
    const cache = caches.open('count', 'liked');
    const { snapshot } = cache.peek() ?? (await cache.read());
    const [known] = snapshot?.rows ?? [];
    if (known !== undefined) return void setTotal(known);
    const found = await getLikedSongsTotal(connection, left.signal);
    setTotal(found);
    cache.write({ rows: [found], savedAt: clock.now(), version: null });
  }

  createEffect(() => {
    // Without the number the price is lower than it should be; the backup itself reports every failure.
    if (isWanted() && total() === undefined) find().catch(() => undefined);
  });
  return total;
}
