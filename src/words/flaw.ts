import { FlawedListError, hasFlaw, type LoadEnd } from '../lists/flaw.ts';
import { isSpotifyError } from '../spotify/errors.ts';
import { missingReason } from './errors.ts';
import { formatNumber, formatTracks } from './number.ts';

/** Describes the flaw of a list that was read to its end; `undefined` without one. */
export function flawText(end: LoadEnd, formatCount: (count: number) => string): string | undefined {
  if (!hasFlaw(end)) return undefined;
  return end.isUnsteady
    ? 'This list changed each time it was read, so rows may be missing or appear twice.'
    : `Spotify sent ${formatNumber(end.loaded)} of ${formatCount(end.expected)}.`;
}

/** Gives the reason why songs of one playlist are missing from an export. */
export function exportReason(error: unknown): string {
  return error instanceof FlawedListError
    ? `${flawText(error.end, formatTracks)} What arrived is in the file. Export it again later.`
    : missingReason(error);
}

/** Gives the reason why saved albums, shows, episodes or audiobooks are missing from a backup. */
export function savedReason(error: unknown): string {
  if (error instanceof FlawedListError) return exportReason(error);
  if (isSpotifyError(error, 'insufficient-scope'))
    return 'This login lacks a permission that Spotify asks for here. Open Saved to grant it.';
  if (isSpotifyError(error, 'forbidden', 'not-found'))
    return 'Spotify doesn’t share them with this app.';
  return 'Spotify couldn’t send them. Back up again later.';
}
