import { foldedOnce } from './fold.ts';
import type { Playlist, PlaylistItem } from './types.ts';

/** Where a song stands in one playlist. */
export interface SongPlace {
  readonly playlist: Playlist;
  /** Positions from 1, every row of the playlist counted. */
  readonly positions: readonly number[];
  /** The times of adding at these positions; `null` where unknown. */
  readonly addedAt: readonly (string | null)[];
}

/** A song of the library with all its places; local files and episodes too, and each gap of a playlist by itself. */
export interface Song extends PlaylistItem {
  /** The URI; of a gap, playlist and position. */
  readonly key: string;
  /** In the order of the list of playlists. */
  readonly places: readonly SongPlace[];
  readonly isLiked: boolean;
  readonly likedAt: string | null;
}

/** Makes a song without places from a row of a list. */
export function songOf(
  item: PlaylistItem,
  key: string,
): Song & { readonly places: readonly never[] } {
  const { title, artists, album, isrc } = item;
  return {
    // Named one by one: objects of one shape take a fraction of the time and of the memory.
    // A song has a position in each of its places only.
    position: 0,
    kind: item.kind,
    title,
    artists,
    album,
    addedAt: null,
    addedBy: null,
    durationMs: item.durationMs,
    releaseDate: item.releaseDate,
    explicit: item.explicit,
    isrc,
    id: item.id,
    uri: item.uri,
    spotifyUrl: item.spotifyUrl,
    coverUrl: item.coverUrl ?? null,
    key,
    places: [],
    isLiked: false,
    likedAt: null,
  };
}

/**
 * Gives the folded title, artists, album and ISRC of a song, by which it is searched, in one line. Folded on demand:
 * for all songs of a library it takes as long as all else that is done for them.
 */
export const textOfSong = foldedOnce(
  ({ title, artists, album, isrc }: Song) =>
    // One text for all four; the stroke keeps a phrase from matching across them.
    `${title ?? ''}|${artists.join(', ')}|${album ?? ''}|${isrc ?? ''}`,
);

/** Whether a song stands more than once in one playlist. */
export function isTwiceInOne({ places }: Song): boolean {
  return places.some(({ positions }) => positions.length > 1);
}

/** Gives the earlier of two times of adding; an unknown one is later than all. */
export function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
