import type { Playlist } from '../../../library/types.ts';
import {
  ForbiddenError,
  NotFoundError,
  SpotifyDownError,
  UnexpectedAnswerError,
} from '../../../spotify/errors.ts';
import { runConcurrently } from '../../../spotify/run-concurrently.ts';
import { fetchTracks, type TrackSource } from './export-one-list.ts';

/** Playlists under way at a time: enough that a request always waits for its turn, few enough for the memory. */
const AT_A_TIME = 3;

/** After so many playlists in a row that failed by a fault, the fault is not the playlists'. */
const FAULTS_IN_A_ROW = 3;

/** How far an export has come. */
export interface Progress {
  readonly playlists: number;
  readonly tracks: number;
}

/** A playlist whose tracks did not come, and why. */
export interface Failed {
  readonly playlist: Playlist;
  readonly error: unknown;
}

/**
 * Sees to it that the tracks of all playlists are kept, asking Spotify only for what is not; one
 * that fails by itself does not stop the others, and is among those given back. Those that met a
 * fault before come last, so that a second try gets past them.
 *
 * @throws what stops all of them: no network, a limit of Spotify's, an ended login; the signal's reason.
 */
export async function gatherTracks(
  playlists: readonly Playlist[],
  source: TrackSource,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<readonly Failed[]> {
  const failed: Failed[] = [];
  const done = { playlists: 0, tracks: 0 };
  let faults = 0;
  const before = new Set(source.faulty);
  const inTurn = [
    ...playlists.filter(({ id }) => !before.has(id)),
    ...playlists.filter(({ id }) => before.has(id)),
  ];

  /** Whether a fault is not this playlist's own: it met others as well, and nothing speaks against it. */
  function isOfAll({ id }: Playlist): boolean {
    const hasSpared = done.playlists > failed.length;
    return faults >= FAULTS_IN_A_ROW && !(before.has(id) && hasSpared);
  }

  async function gather(playlist: Playlist, either: AbortSignal): Promise<Playlist> {
    let counted = 0;
    const count = (tracks: number) => {
      done.tracks += tracks - counted;
      counted = tracks;
      tell({ ...done });
    };
    try {
      await fetchTracks(playlist, source, either, count);
      faults = 0;
    } catch (error) {
      either.throwIfAborted();
      if (isFault(error)) {
        faults += 1;
        source.faulty.add(playlist.id);
        if (isOfAll(playlist)) throw error;
      } else if (!isOfPlaylist(error)) throw error;
      count(0);
      failed.push({ playlist, error });
    }
    return playlist;
  }

  for await (const _ of runConcurrently(inTurn, gather, AT_A_TIME, signal)) {
    done.playlists += 1;
    tell({ ...done });
  }
  const places = new Map(playlists.map((playlist, place) => [playlist.id, place]));
  const placeOf = ({ playlist }: Failed) => places.get(playlist.id) ?? 0;
  return failed.sort((one, other) => placeOf(one) - placeOf(other));
}

/** Whether a failure is one playlist's own; all others, faults aside, would meet every playlist. */
function isOfPlaylist(error: unknown): boolean {
  return error instanceof ForbiddenError || error instanceof NotFoundError;
}

/** Whether a failure may be one playlist's own, or Spotify's. */
function isFault(error: unknown): boolean {
  return error instanceof SpotifyDownError || error instanceof UnexpectedAnswerError;
}
