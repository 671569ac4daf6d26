import { type Accessor, createSignal, onMount } from 'solid-js';
import { useSpotify } from '../../../services/spotify.ts';

/** Gives the cached number of liked songs; `undefined` while unknown. */
export function createLikedCount(): Accessor<number | undefined> {
  const { caches } = useSpotify();
  const cache = caches.open('count', 'liked');
  const [count, setCount] = createSignal(cache.peek()?.snapshot?.rows[0]);
  onMount(async () => {
    const { snapshot } = await cache.read().catch(() => ({ snapshot: undefined }));
    const [known] = snapshot?.rows ?? [];
    if (known !== undefined) setCount(known);
  });
  return count;
}
