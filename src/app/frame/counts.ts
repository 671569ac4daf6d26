import { onCleanup } from 'solid-js';
import { useSpotify } from '../../services/spotify.ts';
import { NAVIGATION } from '../navigation.ts';

/** Numbers of rows by the path of a navigation entry; a list that was never read has none. */
export type Counts = Readonly<Record<string, number | undefined>>;

/**
 * Draws nothing, and reports the number of rows in the cached lists whenever it may have changed; reads the lists of
 * this browser once, and requests nothing.
 */
export function CountLists(props: { readonly onCount: (counts: Counts) => void }): undefined {
  const { caches } = useSpotify();
  const lists = NAVIGATION.flatMap(({ path, count }) =>
    count ? [{ path, cache: caches.open(...count) }] : [],
  );
  const report = () =>
    props.onCount(
      Object.fromEntries(
        lists.map(({ path, cache }) => [path, cache.peek()?.snapshot?.rows.length]),
      ),
    );
  onCleanup(caches.subscribe(report));
  report();
  for (const { cache } of lists) {
    // Without storage a list is counted once it is loaded.
    if (!cache.peek()) cache.read().catch(() => undefined);
  }
}
