const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Formats the length of one item, given in ms, such as `3:07` or `1:02:45`. */
export function formatDuration(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const seconds = twoDigits(Math.floor((ms % MINUTE_MS) / SECOND_MS));
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** Formats the total length of many items, given in ms, such as `3 h 12 min`. */
export function formatTotalDuration(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const parts = [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''];
  return parts.filter(Boolean).join(' ');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
