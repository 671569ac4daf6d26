import type { Playlist, PlaylistItem } from '../library/types.ts';
import { isSpotifyError } from '../spotify/errors.ts';
import { getLikedSongsPage, likedSongsVersion } from '../spotify/liked-songs.ts';
import { type Page, remainingPages } from '../spotify/paging.ts';
import type { TrackSource } from './fetch-tracks.ts';
import { FlawedListError, hasFlaw } from './flaw.ts';
import type { Failed } from './gather-tracks.ts';
import { gatherPages, readMissing } from './gathered-pages.ts';

/** Stands for the id of a playlist in the cache of tracks, which the page of the liked songs shares. */
export const LIKED_ID = 'liked';

/** The liked songs in the shape of a playlist row, so that they share the cache of tracks; they are none at Spotify. */
const LIKED_SONGS: Playlist = {
  id: LIKED_ID,
  name: 'Liked songs',
  description: null,
  owner: null,
  ownerId: null,
  tracksTotal: null,
  visibility: 'unknown',
  spotifyUrl: 'https://open.spotify.com/collection/tracks',
  coverUrl: null,
  snapshotId: null,
};

/** Whether a row is that of the liked songs. */
export function isLikedSongs({ id }: Playlist): boolean {
  return id === LIKED_ID;
}

/** Result of gathering the liked songs: their row with the version of the cached songs, and the error if any. */
export interface GatheredLiked {
  readonly row: Playlist;
  readonly failed: readonly Failed[];
}

/**
 * Caches the liked songs, requesting only the missing pages, and counts them as pages arrive. A refusal and a flawed
 * list are returned as failed. @throws every other error of a request; the signal's reason.
 */
export async function gatherLiked(
  { connection, kept }: Pick<TrackSource, 'connection' | 'kept'>,
  signal: AbortSignal,
  count: (songs: number) => void,
): Promise<GatheredLiked> {
  const rowOf = (version: string | null, total: number): Playlist => ({
    ...LIKED_SONGS,
    snapshotId: version,
    tracksTotal: total,
  });
  const getPage = (offset: number, either: AbortSignal) =>
    getLikedSongsPage(connection, offset, either);
  try {
    const first = await getPage(0, signal);
    const row = rowOf(likedSongsVersion(first), first.total);
    const known = await kept.read(row);
    if (known.items && !known.isFlawed) {
      count(known.items.length);
      return { row, failed: [] };
    }
    return await readPages(row, [first, ...(known.pages ?? []).filter(({ offset }) => offset > 0)]);
  } catch (error) {
    signal.throwIfAborted();
    if (!isSpotifyError(error, 'forbidden', 'not-found')) throw error;
    return { row: LIKED_SONGS, failed: [{ playlist: LIKED_SONGS, error }] };
  }

  async function readPages(begun: Playlist, pages: readonly Page<PlaylistItem>[]) {
    // A song is liked at most once; a song that appears twice has moved while the list was read.
    const gathered = gatherPages<PlaylistItem>(({ uri, position }) => uri ?? position);
    gathered.restart(begun.snapshotId, pages);
    const rowNow = () => rowOf(gathered.version(), gathered.rows().length);
    const report = () => count(gathered.rows().length);
    const source = {
      async *pages(before: readonly Page<PlaylistItem>[], stop: AbortSignal) {
        for await (const page of remainingPages(getPage, before, stop, 'items')) {
          yield page;
          await kept.keepPages(rowNow(), gathered.all());
        }
      },
      async check(stop: AbortSignal) {
        const first = await getPage(0, stop);
        return { version: likedSongsVersion(first), pages: [first] };
      },
    };
    report();
    const isUnsteady = await readMissing(gathered, source, report, signal);
    const items = gathered.rows();
    const end = { isUnsteady, loaded: items.length, expected: gathered.expected(items) };
    const row = rowNow();
    if (!hasFlaw(end)) {
      await kept.keep(row, items);
      await kept.settle();
      return { row, failed: [] };
    }
    kept.keepFlawed(row, items);
    return { row, failed: [{ playlist: row, error: new FlawedListError(end) }] };
  }
}
