import type { Playlist } from '../../library/types.ts';
import { readPlaylists } from '../../lists/read-songs.ts';
import { PAGE_LIMIT } from '../../spotify/paging.ts';
import type { Services } from '../services.tsx';
import { spotifyOf } from '../spotify.ts';

/** Maximum age of the list of playlists that an index is checked against without a request, in ms. */
const FRESH_MS = 300_000;

/** Gives the list of playlists: the cached one, of any age or while it is fresh, else Spotify's. */
export async function listPlaylists(
  services: Services,
  age: 'any' | 'fresh',
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const { clock } = services;
  const { connection, caches } = spotifyOf(services);
  const cache = caches.open('playlist', 'all');
  const { snapshot } = cache.peek() ?? (await cache.read().catch(() => undefined)) ?? {};
  if (snapshot && (age === 'any' || clock.now() < snapshot.savedAt + FRESH_MS))
    return snapshot.rows;
  const rows = await readPlaylists(connection, signal);
  cache.write({ rows, savedAt: clock.now(), version: null });
  return rows;
}

/** Keeps the new versions of playlists that changed while they were read, so that the cached list names what is cached. */
export function keepVersions(services: Services, changed: readonly Playlist[]): void {
  const cache = spotifyOf(services).caches.open('playlist', 'all');
  const { snapshot } = cache.peek() ?? {};
  if (!snapshot || changed.length === 0) return;
  const versions = new Map(changed.map(({ id, snapshotId }) => [id, snapshotId]));
  const rows = snapshot.rows.map((row) => {
    const snapshotId = versions.get(row.id);
    return snapshotId === undefined ? row : { ...row, snapshotId };
  });
  cache.write({ ...snapshot, rows });
}

/** Estimates the requests for the liked songs by their number, where a page has asked for it. */
export async function likedRequests(services: Services): Promise<number> {
  const cache = spotifyOf(services).caches.open('count', 'liked');
  const { snapshot } = cache.peek() ?? (await cache.read().catch(() => undefined)) ?? {};
  return Math.max(1, Math.ceil((snapshot?.rows[0] ?? 0) / PAGE_LIMIT));
}
