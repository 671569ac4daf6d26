import { formatNumber } from '../../../words/number.ts';

/** Names of the statuses that Spotify sends. */
const STATUS_WORDS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No content',
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  413: 'Too large',
  429: 'Too many requests',
  500: 'Server error',
  502: 'Bad gateway',
  503: 'Unavailable',
  504: 'Gateway timeout',
};

/** Formats a status, such as "404 Not found". */
export function formatStatus(status: number): string {
  return [String(status), STATUS_WORDS[status]].filter(Boolean).join(' ');
}

/** Formats a number of bytes. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${(bytes / 1_000).toFixed(1)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Formats a duration in ms. */
export function formatDuration(ms: number): string {
  return ms < 10_000 ? `${formatNumber(Math.round(ms))} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** Counts the bytes of a text in UTF-8. */
export function byteLengthOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Lists the headers of an answer that a page can read, in alphabetical order. */
export function headerLines(headers: Headers): readonly (readonly [string, string])[] {
  return [...headers].sort(([one], [other]) => one.localeCompare(other));
}
