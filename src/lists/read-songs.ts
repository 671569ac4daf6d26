import type { Song } from '../library/song.ts';
import type { Playlist, PlaylistItem } from '../library/types.ts';
import type { PacedConnection } from '../spotify/http.ts';
import { PAGE_LIMIT, type Page } from '../spotify/paging.ts';
import { playlistPages } from '../spotify/playlists.ts';
import { runConcurrently } from '../spotify/run-concurrently.ts';
import type { OwnedPlace } from '../storage/list-records.ts';
import { openListRecords } from '../storage/list-records.ts';
import { isLikedSongs } from './gather-liked.ts';
import type { SongIndex } from './song-index.ts';
import { placeOfTracks } from './stored-tracks.ts';
import type { TrackCache } from './track-cache.ts';

/** Maximum number of cached lists that are read concurrently. */
const AT_A_TIME = 8;

/** Number of playlists after which the songs of an index are put in order. */
const SORT_EVERY = 32;

/** What a library needs to be read as a whole. */
export interface ReadingPlan {
  /** Playlists whose songs Spotify gives to this app. */
  readonly readable: readonly Playlist[];
  /** Playlists of others, whose songs Spotify withholds. */
  readonly withheld: readonly Playlist[];
}

/** Parts the playlists of a person: Spotify gives apps the songs of own and of collaborative playlists only. */
export function planReading(
  playlists: readonly Playlist[],
  userId: string | undefined,
): ReadingPlan {
  const isReadable = ({ ownerId, visibility }: Playlist) =>
    visibility === 'collaborative' || (ownerId !== null && ownerId === userId);
  return {
    readable: playlists.filter(isReadable),
    withheld: playlists.filter((playlist) => !isReadable(playlist)),
  };
}

/** Reads the list of playlists, in Spotify's order and without duplicates. */
export async function readPlaylists(
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const pages: Page<Playlist>[] = [];
  for await (const page of playlistPages(connection)([], signal)) pages.push(page);
  const rows = pages
    .toSorted((one, other) => one.offset - other.offset)
    .flatMap((page) => page.rows);
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].reverse();
}

/** Counts the requests that these playlists take. */
export function requestsFor(playlists: readonly Playlist[]): number {
  return playlists.reduce(
    (sum, { tracksTotal }) => sum + Math.max(1, Math.ceil((tracksTotal ?? 0) / PAGE_LIMIT)),
    0,
  );
}

/** Result of reading the caches of playlists. */
export interface CachedSongs {
  /** Playlists whose songs are not cached in their current version. */
  readonly unread: readonly Playlist[];
  /** Playlists whose songs Spotify has refused before. */
  readonly refused: readonly Playlist[];
}

/** Adds the cached songs of playlists to an index; playlists that changed since are unread. */
export async function readCachedSongs(
  playlists: readonly Playlist[],
  index: SongIndex,
  tracks: Pick<TrackCache, 'read'>,
  signal: AbortSignal,
): Promise<CachedSongs> {
  const unread = new Set<Playlist>();
  const refused = new Set<Playlist>();
  let added = 0;
  const read = async (playlist: Playlist) => ({ playlist, known: await tracks.read(playlist) });
  for await (const { playlist, known } of runConcurrently(
    [...playlists],
    read,
    AT_A_TIME,
    signal,
  )) {
    if (known.items && !known.isFlawed) {
      index.add(playlist, known.items);
      added += 1;
      // Sorts in parts: all songs at once would hold up the page.
      if (added % SORT_EVERY === 0) index.songs();
    } else if (known.isRefused) refused.add(playlist);
    else unread.add(playlist);
  }
  return {
    unread: playlists.filter((playlist) => unread.has(playlist)),
    refused: playlists.filter((playlist) => refused.has(playlist)),
  };
}

/** Reads the cached liked songs, whatever their version; `undefined` if there are none. */
export async function readCachedLiked(
  place: OwnedPlace,
  likedId: string,
): Promise<readonly PlaylistItem[] | undefined> {
  const written = new WeakSet<never>();
  const records = openListRecords({ ...place, place: placeOfTracks(likedId), written });
  return (await records.read('item')).snapshot?.rows;
}

/** A cache that adds to an index all that it keeps. */
export function addingTo(index: SongIndex, tracks: TrackCache, changed: () => void): TrackCache {
  function add(playlist: Playlist, items: readonly PlaylistItem[]): void {
    if (isLikedSongs(playlist)) index.addLiked(items);
    else index.add(playlist, items);
    changed();
  }
  return {
    ...tracks,
    async read(playlist) {
      const known = await tracks.read(playlist);
      if (known.items && !known.isFlawed) add(playlist, known.items);
      return known;
    },
    keep(playlist, items) {
      add(playlist, items);
      return tracks.keep(playlist, items);
    },
    keepFlawed(playlist, items) {
      add(playlist, items);
      tracks.keepFlawed(playlist, items);
    },
  };
}

/** Gives the liked songs of an index, as rows of their list. */
export function likedOf(index: SongIndex): readonly Song[] {
  return index.songs().flatMap((song) => (song.isLiked ? { ...song, addedAt: song.likedAt } : []));
}
