import type { ChangedList } from '../../../services/library-changes.ts';
import type { ListCache, ListCaches } from '../../../storage/list-cache.ts';

/** Age at which a cached list is read again by the page that shows it, in ms. */
const OLD_MS = 300_000;

/** Ages the cached lists that were changed at Spotify, so that the next page reads them again, also after a reload. */
export async function outdate(
  caches: ListCaches,
  lists: readonly ChangedList[],
  now: number,
): Promise<void> {
  for (const list of lists) {
    const [kind, name = ''] = list.split(' ');
    if (kind === 'playlists') await age(caches.open('playlist', 'all'), now);
    else if (kind === 'saved') await age(caches.open('saved', name), now);
    else await age(caches.open('item', kind === 'liked' ? kind : name), now);
  }
}

async function age<Row>(cache: ListCache<Row>, now: number): Promise<void> {
  const { snapshot } = cache.peek() ?? (await cache.read().catch(() => undefined)) ?? {};
  if (snapshot)
    cache.write({ ...snapshot, savedAt: Math.min(snapshot.savedAt, now - OLD_MS), version: null });
}
