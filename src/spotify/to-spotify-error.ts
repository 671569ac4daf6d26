import { SpotifyError } from './errors.ts';
import { isObject, membersOf } from './wire.ts';

/** Longest wait that is believed, in s: a day. */
const LONGEST_S = 86_400;

/** Maps an unsuccessful answer to its error class (Spotify: "API calls", "Quota modes"). */
export function toSpotifyError(status: number, headers: Headers, text: string): SpotifyError {
  const { message, reason } = errorObject(text);
  if (status === 429) {
    return reason === 'QUOTA_EXCEEDED' ? new SpotifyError('quota-exceeded') : rateLimited(headers);
  }
  if (status === 403) return forbidden(message);
  if (status === 404) return new SpotifyError('not-found');
  if (status >= 500) return new SpotifyError('spotify-down');
  return new SpotifyError('unexpected-answer', `status_${status}`);
}

/** 403 has five causes, distinguished by a message that is not always JSON. */
function forbidden(message: string): SpotifyError {
  if (/premium subscription required/i.test(message)) return new SpotifyError('premium-required');
  if (/not registered/i.test(message)) return new SpotifyError('user-not-registered');
  if (/scope/i.test(message)) return new SpotifyError('insufficient-scope');
  return new SpotifyError('forbidden');
}

/** Spotify's error object, or the plain text sent instead; only compared, never displayed. */
function errorObject(text: string): { message: string; reason: string } {
  const plain = { message: text, reason: '' };
  try {
    const { error } = membersOf(JSON.parse(text));
    if (!isObject(error)) return plain;
    const { message = '', reason = '' } = error;
    return typeof message === 'string' && typeof reason === 'string' ? { message, reason } : plain;
  } catch {
    return plain;
  }
}

function rateLimited(headers: Headers): SpotifyError {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return new SpotifyError('rate-limited', seconds >= 0 ? Math.min(seconds, LONGEST_S) : null);
}
