import type { Playlist } from '../../library/types.ts';
import { formatAge } from '../../words/age.ts';
import { formatDay } from '../../words/day.ts';
import { formatNumber, formatPlaylists, formatSongs } from '../../words/number.ts';
import { durationText, totalOf } from '../export/job/job-words.ts';

const DAY_MS = 86_400_000;

/** Tells what a backup holds and how long it takes. */
export function priceText(backup: {
  /** The playlists whose songs Spotify gives. */
  readonly readable: readonly Playlist[];
  /** Number of playlists of which it gives the record alone. */
  readonly byName: number;
  /** Number of liked songs; `null` if this login may not read them. */
  readonly liked: number | null;
}): string {
  const { readable, byName, liked } = backup;
  const totals = [...readable.map(({ tracksTotal }) => tracksTotal ?? 0), liked ?? 0];
  const lists = `${formatPlaylists(readable.length)} with ${formatSongs(totalOf(readable))}`;
  const others = byName > 0 ? `, ${formatNumber(byName)} by name only` : '';
  const likes = liked === null ? '' : `, ${formatNumber(liked)} liked songs`;
  return `${lists}${others}${likes}. ${durationText(totals)}; you can keep browsing.`;
}

/** Tells when the last backup was made, and how many playlists have changed since; both times in ms since the epoch. */
export function lastBackupText(savedAt: number, now: number, changed: number | undefined): string {
  const age = now - savedAt;
  const when = age < DAY_MS ? formatAge(age) : formatDay(savedAt);
  if (changed === undefined) return `Last backup: ${when}.`;
  if (changed === 0) return `Last backup: ${when}. No playlist has changed since.`;
  return `Last backup: ${when}. ${formatPlaylists(changed)} ${changed === 1 ? 'has' : 'have'} changed since.`;
}
