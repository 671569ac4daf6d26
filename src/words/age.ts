import { lazily } from '../library/lazily.ts';

const MINUTE_MS = 60_000;

const ages = lazily(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }));

/** Formats an age in ms as "just now" or a number of minutes or hours; below zero the clock was set back. */
export function formatAge(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < -1) return 'an unknown time';
  if (minutes < 1) return 'just now';
  return minutes < 60
    ? ages().format(-minutes, 'minute')
    : ages().format(-Math.floor(minutes / 60), 'hour');
}
