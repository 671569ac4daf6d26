import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { FlawedListError, hasFlaw } from '../../../lists/flaw.ts';
import { gatherPages, readMissing } from '../../../lists/gathered-pages.ts';
import { isSpotifyError, SpotifyError } from '../../../spotify/errors.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { type Page, type Pages, remainingPages } from '../../../spotify/paging.ts';
import { getPlaylistItemsPage } from '../../../spotify/playlist-items.ts';
import type { TrackCache } from './track-cache.ts';

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
 * Sees to it that all tracks of a playlist are kept, and counts them as they come; returns whether several requests
 * were needed, between which the playlist may have changed.
 *
 * @throws SpotifyError `forbidden` where Spotify does not give them; FlawedListError where they came with a flaw and
 * are kept for this export; whatever `getPlaylistItemsPage` throws.
 */
export async function fetchTracks(
  playlist: Playlist,
  { connection, kept, userId }: TrackSource,
  signal: AbortSignal,
  count: (tracks: number) => void,
): Promise<boolean> {
  const known = await kept.read(playlist);
  if (known.items && !known.isFlawed) {
    count(known.items.length);
    return false;
  }
  if (known.isRefused || isKeptBack(playlist, userId)) throw new SpotifyError('forbidden');

  const gathered = gatherPages<PlaylistItem>(({ position }) => position);
  gathered.restart(playlist.snapshotId, known.pages);
  const countAll = () => count(gathered.rows().length);
  const pages: Pages<PlaylistItem> = async function* (before, stop) {
    const getPage = (offset: number, either: AbortSignal) =>
      getPlaylistItemsPage(connection, playlist.id, offset, either);
    for await (const page of remainingPages(getPage, before, stop, 'items')) {
      yield page;
      if (!isWhole(gathered.all())) await kept.keepPages(playlist, gathered.all());
    }
  };

  countAll();
  try {
    const isUnsteady = await readMissing(gathered, { pages }, countAll, signal);
    const items = gathered.rows();
    const end = { isUnsteady, loaded: items.length, expected: gathered.expected(items) };
    if (hasFlaw(end)) {
      kept.keepFlawed(playlist, items);
      throw new FlawedListError(end);
    }
    await kept.keep(playlist, items);
    return gathered.all().length > 1;
  } catch (error) {
    if (isSpotifyError(error, 'forbidden')) await kept.keepRefusal(playlist);
    throw error;
  }
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
