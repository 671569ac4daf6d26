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

/** Number of cached lists that are read at once: few enough not to hold up the page. */
const AT_ONCE = 40;

/** Number of such reads under way: one is read while the one before is indexed. */
const AT_A_TIME = 2;

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
  tracks: Pick<TrackCache, 'readAll'>,
  signal: AbortSignal,
): Promise<CachedSongs> {
  const unread = new Set<Playlist>();
  const refused = new Set<Playlist>();
  const parts: (readonly Playlist[])[] = [];
  for (let at = 0; at < playlists.length; at += AT_ONCE)
    parts.push(playlists.slice(at, at + AT_ONCE));
  const read = async (part: readonly Playlist[]) => ({ part, found: await tracks.readAll(part) });
  for await (const { part, found } of runConcurrently(parts, read, AT_A_TIME, signal)) {
    for (const [at, playlist] of part.entries()) {
      const { items, isFlawed, isRefused } = found[at] ?? {};
      if (items && !isFlawed) index.add(playlist, items);
      else if (isRefused) refused.add(playlist);
      else unread.add(playlist);
    }
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
