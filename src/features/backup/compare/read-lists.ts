import type { Playlist } from '../../../library/types.ts';
import type { TrackSource } from '../../../lists/fetch-tracks.ts';
import { gatherLiked } from '../../../lists/gather-liked.ts';
import { freshSaved, gatherSaved, type SavedSource } from '../../../lists/gather-saved.ts';
import { type Failed, gatherTracks, type Progress } from '../../../lists/gather-tracks.ts';
import { requestsFor } from '../../../lists/read-songs.ts';
import type { TrackCache } from '../../../lists/track-cache.ts';
import { PAGE_LIMIT } from '../../../spotify/paging.ts';
import type { FileRow } from '../../restore/readers/read-file.ts';
import {
  type ComparedList,
  idOf,
  isSaved,
  rowOfSaved,
  type SavedEntry,
  savedIdOf,
} from './comparison.ts';

/** What is read, and where from. */
export interface Reading {
  readonly lists: readonly ComparedList[];
  readonly source: Omit<TrackSource, 'kept'> & SavedSource;
  readonly tracks: TrackCache;
  /** Called with the rows of each list that was read whole, by its id. */
  readonly onRows: (id: string, rows: readonly ComparableRow[]) => void;
  /** Called with the error of each list that was not, by its id. */
  readonly onFailed: (id: string, error: unknown) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** A row of a list of today. */
export type ComparableRow = FileRow | Parameters<TrackCache['keep']>[1][number];

/** The steps of a reading, by what they read. */
export interface ReadingSize {
  readonly lists: number;
  readonly rows: number;
}

/** Counts the lists, and their rows as far as they are known. */
export function sizeOf(lists: readonly ComparedList[], likedCount: number): ReadingSize {
  const rows = new Map(lists.map((list) => [idOf(list), rowsIn(list, likedCount)]));
  return { lists: rows.size, rows: [...rows.values()].reduce((sum, count) => sum + count, 0) };
}

/** Counts the requests that lists take, those of what is saved by their rows in the file. */
export function requestsOf(lists: readonly ComparedList[], likedCount: number): number {
  return lists.reduce((sum, list) => {
    if (list.present) return sum + requestsFor([list.present]);
    return sum + Math.max(1, Math.ceil(rowsIn(list, likedCount) / PAGE_LIMIT));
  }, 0);
}

function rowsIn({ entry, present }: ComparedList, likedCount: number): number {
  if (isSaved(entry)) return entry.rows?.length ?? 0;
  return entry.kind === 'liked' ? likedCount : (present?.tracksTotal ?? 0);
}

/** Gives the rows of a list that are cached in their present version, which only a request tells of the liked songs. */
export async function readCached(
  { entry, present }: ComparedList,
  { tracks, ...source }: Pick<SavedSource, 'caches' | 'clock'> & { readonly tracks: TrackCache },
): Promise<readonly ComparableRow[] | undefined> {
  if (isSaved(entry)) return (await freshSaved(entry.kind, source))?.map(rowOfSaved);
  const { items, isFlawed } = present ? await tracks.read(present) : {};
  return isFlawed ? undefined : items;
}

/**
 * Reads lists: the playlists a few at a time, then the liked songs, then what is saved.
 *
 * @throws an error that concerns all lists, as `gatherTracks` does; the signal's reason.
 */
export async function readLists(reading: Reading, signal: AbortSignal): Promise<void> {
  const { lists, onRows, onFailed, onProgress } = reading;
  const source = { ...reading.source, kept: telling(reading.tracks, onRows) };
  const fail = (failed: readonly Failed[]) => {
    for (const { playlist, error } of failed) onFailed(playlist.id, error);
  };
  const playlists = new Map(
    lists.flatMap(({ present }) => (present ? [[present.id, present]] : [])),
  );
  let last: Progress = { playlists: 0, tracks: 0 };
  const report = (progress: Progress) => {
    last = progress;
    onProgress(progress);
  };

  fail((await gatherTracks([...playlists.values()], source, signal, report)).failed);
  if (lists.some(({ entry }) => entry.kind === 'liked')) {
    const before = last;
    const liked = await gatherLiked(source, signal, (songs) =>
      report({ ...before, tracks: before.tracks + songs }),
    );
    fail(liked.failed);
    report({ ...last, playlists: last.playlists + 1 });
  }
  for (const { kind } of lists.map(({ entry }) => entry).filter(isSaved)) {
    await readSaved(kind);
    report({ ...last, playlists: last.playlists + 1 });
  }

  async function readSaved(kind: SavedEntry['kind']): Promise<void> {
    const { items, error } = await gatherSaved(kind, source, signal);
    if (error === undefined) onRows(savedIdOf(kind), items.map(rowOfSaved));
    else onFailed(savedIdOf(kind), error);
    report({ ...last, tracks: last.tracks + items.length });
  }
}

/** A cache that tells of all whole lists that it reads and keeps. */
function telling(cache: TrackCache, tell: Reading['onRows']): TrackCache {
  return {
    ...cache,
    async read(playlist: Playlist) {
      const known = await cache.read(playlist);
      if (known.items && !known.isFlawed) tell(playlist.id, known.items);
      return known;
    },
    keep(playlist, items) {
      tell(playlist.id, items);
      return cache.keep(playlist, items);
    },
  };
}
