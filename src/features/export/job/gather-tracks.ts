import type { Playlist } from '../../../library/types.ts';
import { FlawedListError } from '../../../lists/flaw.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import { runConcurrently } from '../../../spotify/run-concurrently.ts';
import { changedPlaylists } from './changed-playlists.ts';
import { fetchTracks, type TrackSource } from './export-one-list.ts';

/** Playlists under way at a time: enough that a request always waits for its turn, few enough for the memory. */
const AT_A_TIME = 3;

/** After so many playlists in a row that failed by a fault, the fault is not the playlists'. */
const FAULTS_IN_A_ROW = 3;

/** How often playlists that change while they are read are read anew. */
const MOST_RESTARTS = 2;

/** How far an export has come. */
export interface Progress {
  readonly playlists: number;
  readonly tracks: number;
}

/** A playlist whose tracks did not come, or came with a flaw, and why. */
export interface Failed {
  readonly playlist: Playlist;
  readonly error: unknown;
}

/** What came of gathering the tracks of playlists. */
export interface Gathered {
  /** The playlists in their order, with the `snapshot_id` under which their tracks are kept. */
  readonly playlists: readonly Playlist[];
  readonly failed: readonly Failed[];
}

/**
 * Sees to it that the tracks of all playlists are kept, asking Spotify only for what is not; one
 * that fails by itself does not stop the others, and is among those given back. Those that met a
 * fault before come last, so that a second try gets past them. Those that have changed while they
 * were read are read anew, twice at most.
 *
 * @throws what stops all of them: no network, a limit of Spotify's, an ended login; the signal's reason.
 */
export async function gatherTracks(
  playlists: readonly Playlist[],
  source: TrackSource,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<Gathered> {
  const current = new Map(playlists.map((playlist) => [playlist.id, playlist]));
  const failures = new Map<string, unknown>();
  const counts = new Map<string, number>();
  const done = new Set<string>();
  let tracks = 0;
  let faults = 0;
  const before = new Set(source.faulty);
  const report = () => tell({ playlists: done.size, tracks });

  /** Whether a fault is not this playlist's own: it met others as well, and nothing speaks against it. */
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

  /** Reads a playlist; tells whether it may have changed meanwhile. */
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

  /** Reads playlists; gives those that have changed meanwhile. */
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

  let changed = await gatherAll([
    ...playlists.filter(({ id }) => !before.has(id)),
    ...playlists.filter(({ id }) => before.has(id)),
  ]);
  for (let restarts = 0; restarts < MOST_RESTARTS && changed.length > 0; restarts += 1) {
    changed.forEach(readAnew);
    changed = await gatherAll(changed);
  }
  changed.forEach(giveUp);
  const rows = [...current.values()];
  const failed = rows.flatMap((playlist) =>
    failures.has(playlist.id) ? { playlist, error: failures.get(playlist.id) } : [],
  );
  return { playlists: rows, failed };
}

/** Whether a failure is one playlist's own; all others, faults aside, would meet every playlist. */
function isOfPlaylist(error: unknown): boolean {
  return isSpotifyError(error, 'forbidden', 'not-found') || error instanceof FlawedListError;
}

/** Whether a failure may be one playlist's own, or Spotify's. */
function isFault(error: unknown): boolean {
  return isSpotifyError(error, 'spotify-down', 'unexpected-answer');
}
