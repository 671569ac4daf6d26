import type { Playlist } from '../../../library/types.ts';
import type { TrackSource } from '../../../lists/fetch-tracks.ts';
import { FlawedListError } from '../../../lists/flaw.ts';
import { gatherLiked } from '../../../lists/gather-liked.ts';
import { type Failed, gatherTracks, type Progress } from '../../../lists/gather-tracks.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import { exportReason } from '../../../words/flaw.ts';
import type { Missing } from '../formats/format.ts';
import type { ExportRequest } from './write-export.ts';

/** The rows of all lists of an export, each with the version of its cached songs, and what is missing. */
export interface GatheredLists {
  /** The playlists in their order, then the row of the liked songs. */
  readonly rows: readonly Playlist[];
  readonly missing: readonly Missing[];
}

/** Caches the songs of all lists of an export; see `gatherTracks` and `gatherLiked`. */
export async function gatherAll(
  { playlists, liked }: ExportRequest,
  source: TrackSource,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<GatheredLists> {
  let last: Progress = { playlists: 0, tracks: 0 };
  const gathered = await gatherTracks(playlists, source, signal, (progress) => {
    last = progress;
    onProgress(progress);
  });
  if (liked === null) return { rows: gathered.playlists, missing: gathered.failed.map(missingOf) };
  const before = last;
  const { row, failed } = await gatherLiked(source, signal, (songs) =>
    onProgress({ ...before, tracks: before.tracks + songs }),
  );
  return {
    rows: [...gathered.playlists, row],
    missing: [...gathered.failed, ...failed].map(missingOf),
  };
}

function missingOf({ playlist, error }: Failed): Missing {
  return {
    playlist,
    reason: exportReason(error),
    isPartial: error instanceof FlawedListError,
    isWithheld: isSpotifyError(error, 'forbidden'),
  };
}
