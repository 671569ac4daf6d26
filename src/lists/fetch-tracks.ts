import type { Playlist, PlaylistItem } from '../library/types.ts';
import { isSpotifyError, SpotifyError } from '../spotify/errors.ts';
import type { PacedConnection } from '../spotify/http.ts';
import { type Page, type Pages, remainingPages } from '../spotify/paging.ts';
import { getPlaylistItemsPage } from '../spotify/playlist-items.ts';
import { FlawedListError, hasFlaw } from './flaw.ts';
import { gatherPages, readMissing } from './gathered-pages.ts';
import type { TrackCache } from './track-cache.ts';

/** Source of tracks: Spotify and the cache in front of it. */
export interface TrackSource {
  readonly connection: PacedConnection;
  readonly kept: TrackCache;
  /** The logged-in person's user id, as playlists name it as their owner; `undefined` while unknown. */
  readonly userId: string | undefined;
  /** Ids of the playlists that failed with a fault before; a second fault is then blamed on the playlist. */
  readonly faulty: Set<string>;
}

/**
 * Completes the cached tracks of a playlist and counts them as pages arrive; returns whether several requests were
 * needed, between which the playlist may have changed.
 *
 * @throws SpotifyError `forbidden` where Spotify withholds the tracks; FlawedListError where the list has a flaw, its
 * rows being cached for this export; everything that `getPlaylistItemsPage` throws.
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
  if (known.isRefused || isWithheld(playlist, userId)) throw new SpotifyError('forbidden');

  const gathered = gatherPages<PlaylistItem>(({ position }) => position);
  gathered.restart(playlist.snapshotId, known.pages);
  const countAll = () => count(gathered.rows().length);
  let isKeeping = false;
  /** Caches the pages without holding up the next one; those that arrive meanwhile are cached with one after them. */
  function keepPages(): void {
    if (isKeeping) return;
    isKeeping = true;
    void kept.keepPages(playlist, gathered.all()).then(() => {
      isKeeping = false;
    });
  }
  const pages: Pages<PlaylistItem> = async function* (before, stop) {
    const getPage = (offset: number, either: AbortSignal) =>
      getPlaylistItemsPage(connection, playlist.id, offset, either);
    for await (const page of remainingPages(getPage, before, stop, 'items')) {
      yield page;
      if (!isWhole(gathered.all())) keepPages();
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
    else if (isKeeping) await kept.keepPages(playlist, gathered.all());
    throw error;
  }
}

/**
 * Whether Spotify gives the tracks of a playlist to apps: those of one's own and of collaborative playlists. Older Spotify
 * apps may get more, so that a request decides in the end.
 */
export function hasReadableTracks(
  { ownerId, visibility, tracksTotal }: Playlist,
  userId: string | undefined,
): boolean {
  if (userId === undefined) return tracksTotal !== null;
  return visibility === 'collaborative' || ownerId === userId;
}

/** Whether a missing track count shows that Spotify withholds the tracks of another user's playlist. */
function isWithheld(
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
