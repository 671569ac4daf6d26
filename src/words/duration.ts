import { formatNumber } from './number.ts';

/** Formats an estimated duration in ms, such as "About 3 minutes". */
export function aboutText(ms: number): string {
  if (ms < 45_000) return 'Less than a minute';
  const minutes = Math.round(ms / 60_000);
  return minutes <= 1 ? 'About a minute' : `About ${formatNumber(minutes)} minutes`;
}

/** Formats an estimate of the time left in ms, such as "About 3 minutes left". */
export function formatTimeLeft(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : `${aboutText(ms)} left`;
}
