import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { ForbiddenError } from '../../../spotify/errors.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { type Page, remainingPages } from '../../../spotify/paging.ts';
import { getPlaylistItemsPage } from '../../../spotify/playlist-items.ts';
import type { TrackCache } from './track-cache.ts';

/** How often a playlist that changes while it is read is begun anew; some counts never agree. */
const MOST_RESTARTS = 2;

/** Where tracks come from. */
export interface TrackSource {
  readonly connection: PacedConnection;
  readonly kept: TrackCache;
  /** The id that playlists of this person name as their owner; `undefined` where it is not known. */
  readonly userId: string | undefined;
  /** Ids of the playlists that have met a fault so far; one that meets another is itself the reason. */
  readonly faulty: Set<string>;
}

/**
 * Sees to it that all tracks of a playlist are kept, and counts them as they come.
 *
 * @throws ForbiddenError where Spotify does not give them; whatever `getPlaylistItemsPage` throws.
 */
export async function fetchTracks(
  playlist: Playlist,
  { connection, kept, userId }: TrackSource,
  signal: AbortSignal,
  count: (tracks: number) => void,
): Promise<void> {
  const known = await kept.read(playlist);
  if (known.items) return count(known.items.length);
  if (playlist.tracksTotal === 0) return;
  if (known.isRefused || isKeptBack(playlist, userId)) throw new ForbiddenError();

  let pages = [...(known.pages ?? [])];
  let restarts = 0;
  const isStale = (page: Page<PlaylistItem>) => pages.some(({ total }) => total !== page.total);

  async function fetchMissing(): Promise<void> {
    count(entriesOf(pages));
    const getPage = (offset: number, either: AbortSignal) =>
      getPlaylistItemsPage(connection, playlist.id, offset, either);
    for await (const page of remainingPages(getPage, pages, signal, 'items')) {
      // The playlist has changed under our hands: what came before does not fit.
      const hasChanged = restarts < MOST_RESTARTS && isStale(page);
      pages = hasChanged ? [page] : [...pages, page];
      if (hasChanged) {
        restarts += 1;
        return fetchMissing();
      }
      count(entriesOf(pages));
      if (!isWhole(pages)) await kept.keepPages(playlist, pages);
    }
  }

  try {
    await fetchMissing();
  } catch (error) {
    if (error instanceof ForbiddenError) await kept.keepRefusal(playlist);
    throw error;
  }
  pages.sort((one, other) => one.offset - other.offset);
  await kept.keep(
    playlist,
    pages.flatMap(({ rows }) => rows),
  );
}

/** Whether Spotify shows by a missing count that it keeps the tracks of somebody else's playlist back. */
function isKeptBack(
  { ownerId, visibility, tracksTotal }: Playlist,
  userId: string | undefined,
): boolean {
  return tracksTotal === null && visibility !== 'collaborative' && ownerId !== userId;
}

function entriesOf(pages: readonly Page<PlaylistItem>[]): number {
  return pages.reduce((sum, { entries }) => sum + entries, 0);
}

function isWhole(pages: readonly Page<PlaylistItem>[]): boolean {
  return entriesOf(pages) >= Math.max(...pages.map(({ total }) => total));
}
