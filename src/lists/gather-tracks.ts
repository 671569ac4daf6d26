import type { Playlist } from '../library/types.ts';
import { isSpotifyError } from '../spotify/errors.ts';
import { runConcurrently } from '../spotify/run-concurrently.ts';
import { changedPlaylists } from './changed-playlists.ts';
import { fetchTracks, type TrackSource } from './fetch-tracks.ts';
import { FlawedListError } from './flaw.ts';

/** Maximum number of playlists read concurrently: enough to keep the request queue full, few enough for the memory. */
const AT_A_TIME = 3;

/** Number of consecutive faults after which the cause is Spotify and not the single playlist. */
const FAULTS_IN_A_ROW = 3;

/** Maximum number of times that playlists which change while they are read are read again. */
const MOST_RESTARTS = 2;

/** Progress of an export. */
export interface Progress {
  readonly playlists: number;
  readonly tracks: number;
}

/** A playlist whose tracks are missing or flawed, and the error. */
export interface Failed {
  readonly playlist: Playlist;
  readonly error: unknown;
}

/** Result of gathering the tracks of playlists. */
export interface Gathered {
  /** The playlists in their order, each with the `snapshot_id` under which its tracks are cached. */
  readonly playlists: readonly Playlist[];
  readonly failed: readonly Failed[];
}

/**
 * Caches the tracks of all playlists, requesting only the missing ones. A playlist that fails for a reason of its own
 * does not stop the others and is returned as failed. Playlists with an earlier fault come last, so that a second run
 * gets past them. Playlists that have changed while they were read are read again, at most twice.
 *
 * @throws an error that concerns all playlists: no network, a rate limit, an ended login; the signal's reason.
 */
export async function gatherTracks(
  playlists: readonly Playlist[],
  source: TrackSource,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Gathered> {
  const current = new Map(playlists.map((playlist) => [playlist.id, playlist]));
  const failures = new Map<string, unknown>();
  const counts = new Map<string, number>();
  const done = new Set<string>();
  let tracks = 0;
  let faults = 0;
  const before = new Set(source.faulty);
  const report = () => onProgress({ playlists: done.size, tracks });

  /**
   * Whether Spotify is the cause of a fault: several playlists in a row failed, unless this one failed in an earlier
   * run and another one has succeeded in this run.
   */
  function isOfAll({ id }: Playlist): boolean {
    const hasSpared = done.size > failures.size;
    return faults >= FAULTS_IN_A_ROW && !(before.has(id) && hasSpared);
  }

  function count({ id }: Playlist, loaded: number): void {
    tracks += loaded - (counts.get(id) ?? 0);
    counts.set(id, loaded);
    report();
  }

  function fail(playlist: Playlist, error: unknown): void {
    if (isFault(error)) {
      faults += 1;
      source.faulty.add(playlist.id);
      if (isOfAll(playlist)) throw error;
    } else if (!isOfPlaylist(error)) throw error;
    if (!(error instanceof FlawedListError)) count(playlist, 0);
    failures.set(playlist.id, error);
  }

  /** Reads a playlist; reports whether it may have changed meanwhile. */
  async function gather(playlist: Playlist, either: AbortSignal) {
    let isInDoubt = false;
    try {
      isInDoubt = await fetchTracks(playlist, source, either, (loaded) => count(playlist, loaded));
      faults = 0;
    } catch (error) {
      either.throwIfAborted();
      fail(playlist, error);
    }
    done.add(playlist.id);
    report();
    return { playlist, isInDoubt };
  }

  /** Reads playlists; returns those that have changed meanwhile. */
  async function gatherAll(rows: readonly Playlist[]): Promise<readonly Playlist[]> {
    const inDoubt: Playlist[] = [];
    for await (const { playlist, isInDoubt } of runConcurrently(
      [...rows],
      gather,
      AT_A_TIME,
      signal,
    ))
      if (isInDoubt) inDoubt.push(playlist);
    return inDoubt.length > 0 ? changedPlaylists(inDoubt, source.connection, signal) : [];
  }

  function readAnew(playlist: Playlist): void {
    current.set(playlist.id, playlist);
    done.delete(playlist.id);
  }

  function giveUp({ id }: Playlist): void {
    const loaded = counts.get(id) ?? 0;
    failures.set(id, new FlawedListError({ isUnsteady: true, loaded, expected: loaded }));
  }

  try {
    let changed = await gatherAll([
      ...playlists.filter(({ id }) => !before.has(id)),
      ...playlists.filter(({ id }) => before.has(id)),
    ]);
    for (let restarts = 0; restarts < MOST_RESTARTS && changed.length > 0; restarts += 1) {
      changed.forEach(readAnew);
      changed = await gatherAll(changed);
    }
    changed.forEach(giveUp);
  } finally {
    await source.kept.settle();
  }
  const rows = [...current.values()];
  const failed = rows.flatMap((playlist) =>
    failures.has(playlist.id) ? { playlist, error: failures.get(playlist.id) } : [],
  );
  return { playlists: rows, failed };
}

/** Whether an error concerns one playlist; every other error, faults aside, would repeat for each playlist. */
function isOfPlaylist(error: unknown): boolean {
  return isSpotifyError(error, 'forbidden', 'not-found') || error instanceof FlawedListError;
}

/** Whether the cause of an error is unclear: one playlist, or Spotify. */
function isFault(error: unknown): boolean {
  return isSpotifyError(error, 'spotify-down', 'unexpected-answer');
}
