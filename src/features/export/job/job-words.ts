import type { Playlist } from '../../../library/types.ts';
import type { Progress } from '../../../lists/gather-tracks.ts';
import { PAGE_LIMIT } from '../../../spotify/paging.ts';
import { aboutText } from '../../../words/duration.ts';
import { errorText } from '../../../words/errors.ts';
import { formatNumber, formatPlaylists, formatSongs } from '../../../words/number.ts';
import type { ExportStatus } from './export-job.ts';
import { ExportElsewhereError } from './run-alone.ts';
import { type ExportRequest, TracksGoneError } from './write-export.ts';

/** Describes the state of an export in a few words, as its card shows it. */
export function jobText({ state, progress }: ExportStatus): string {
  if (state.kind === 'running') return listsDoneText(state.asked, progress);
  if (state.kind === 'saved') return `${state.saved.fileName} is in your downloads.`;
  if (state.kind === 'none') return '';
  return state.error === undefined
    ? `Not finished: ${listsText(state.asked)}`
    : exportErrorText(state.error);
}

/** Describes how far an export has come, such as "12 of 94 playlists, 2,300 songs". */
export function progressText(asked: ExportRequest, progress: Progress): string {
  return `${listsDoneText(asked, progress)}, ${formatSongs(progress.tracks)}`;
}

function listsDoneText({ playlists }: ExportRequest, progress: Progress): string {
  return `${formatNumber(progress.playlists)} of ${formatPlaylists(playlists.length)}`;
}

/** Names the lists of an export, such as "94 playlists and liked songs". */
export function listsText({
  playlists,
  liked,
}: Pick<ExportRequest, 'playlists' | 'liked'>): string {
  const count = formatPlaylists(playlists.length);
  return liked === null ? count : `${count} and liked songs`;
}

/** Gives the error message of a stopped export; it never contains text of a server. */
export function exportErrorText(error: unknown): string {
  if (error instanceof ExportElsewhereError)
    return 'An export runs in another tab. Wait until it has finished, or stop it there.';
  if (error instanceof TracksGoneError)
    return 'Some of the songs were removed from this browser. Resume to get them from Spotify again.';
  // The disk is full, or the browser's storage quota for this origin is used up.
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'This browser has no room left for the file. Free some space, then resume.';
  return errorText(error);
}

/** Seconds that one page of 50 songs takes: two requests at a time, each with its preflight. */
export const SECONDS_PER_PAGE = 0.35;

/** Estimates the duration of reading lists of these sizes, such as "About 3 minutes". */
export function durationText(totals: readonly number[]): string {
  const pages = totals.reduce((sum, total) => sum + Math.ceil(total / PAGE_LIMIT), 0);
  return aboutText(pages * SECONDS_PER_PAGE * 1_000);
}

/** Adds up the track counts of playlist rows. */
export function totalOf(playlists: readonly Playlist[]): number {
  return playlists.reduce((sum, { tracksTotal }) => sum + (tracksTotal ?? 0), 0);
}
