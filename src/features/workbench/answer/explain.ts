import { isLoginError } from '../../../oauth/errors.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import type { RawOutcome } from '../../../spotify/exchange.ts';
import type { Method } from '../../../spotify/pace.ts';
import { toSpotifyError } from '../../../spotify/to-spotify-error.ts';
import { errorText } from '../../../words/errors.ts';
import type { Endpoint } from '../data/parse-endpoints.ts';

/** What came of a request, as far as its explanation needs it. */
export interface Explained {
  readonly endpoint: Endpoint | undefined;
  readonly method: Method;
  readonly status: number;
  readonly text: string;
  /** The parsed body; `undefined` where it is no JSON. */
  readonly body: { readonly value: unknown } | undefined;
  /** The scopes of the login that sent it. */
  readonly granted: readonly string[];
}

/** Explains an answer in sentences, the most likely cause first; empty where it explains itself. */
export function explainAnswer(answer: Explained): readonly string[] {
  const { status, text, method } = answer;
  if (status >= 200 && status < 300) return explainSuccess(answer);
  if (status === 403) return explainRefusal(answer);
  if (status === 429) return explainLimit(text);
  if (status === 404)
    return [
      'Spotify can’t find this ID, or no longer shares it with apps. Its own playlists return 404 since November 2024.',
    ];
  if (status === 400) return explainMistake(answer);
  if (status >= 500 && method === 'GET')
    return ['A fault on Spotify’s side. Wait a moment, then send it again.'];
  return [];
}

function explainSuccess({ endpoint, status, text, body }: Explained): readonly string[] {
  if (status === 204 || text === '')
    return ['Done. There’s nothing to show: this reply has no body.'];
  if (!body)
    return [
      text.trimStart().startsWith('<')
        ? 'This is a web page, not JSON: something between you and Spotify replied, such as a Wi-Fi login.'
        : 'This is no valid JSON: the reply was cut off on its way, or changed.',
    ];
  const { items }: { readonly items?: unknown } = Object(body.value);
  if (!Array.isArray(items)) return [];
  const rows = endpoint?.path === '/playlists/{playlist}/items' ? items.filter(Boolean) : [];
  if (rows.some((row) => Object.keys(Object(row)).length === 0))
    return ['The rows are empty: fields must say item(…), not track(…).'];
  if (rows.some((row) => 'track' in Object(row)) && !rows.some((row) => 'item' in Object(row)))
    return ['This Client ID still gets the older dialect: track where newer apps get item.'];
  return items.includes(null)
    ? ['Entries may be null: Spotify removed them, but still counts them.']
    : [];
}

/** The causes of a 403, from what the answer says to what the request suggests. */
function explainRefusal({ endpoint, text, granted }: Explained): readonly string[] {
  const error = toSpotifyError(403, new Headers(), text);
  if (isSpotifyError(error, 'premium-required'))
    return [
      'The owner of this Spotify app has no Premium: Spotify says so in plain text, and stops the whole app.',
    ];
  if (isSpotifyError(error, 'user-not-registered'))
    return [
      'Your account isn’t on this Spotify app’s list of users. Its owner can add you in the dashboard, under “User Management”.',
    ];
  const lacking = endpoint ? lackingOf(endpoint, granted) : [];
  if (isSpotifyError(error, 'insufficient-scope'))
    return [
      lacking.length > 0
        ? `This login lacks ${lacking.join(', ')}.`
        : 'This login lacks a scope. market=from_token needs user-read-private.',
    ];
  const causes = [
    ...(endpoint?.isRemoved ? [removedText(endpoint)] : []),
    ...(lacking.length > 0 ? [`This login lacks ${lacking.join(', ')}.`] : []),
    ...(endpoint?.path.startsWith('/playlists/')
      ? [
          'The playlist may belong to somebody else: only your own and collaborative ones open to apps.',
        ]
      : []),
    ...(endpoint?.path.startsWith('/me/player') && endpoint.method !== 'GET'
      ? ['Steering the player needs Premium, and a device that allows it.']
      : []),
  ];
  return [
    ...causes,
    causes.length > 0
      ? 'Spotify gives no reason: it says “Forbidden” for other causes, too.'
      : 'Spotify gives no reason. It says so of what it closes to apps in development mode.',
  ];
}

function lackingOf(endpoint: Endpoint, granted: readonly string[]): readonly string[] {
  const hasOne =
    endpoint.needsOne.length === 0 || endpoint.needsOne.some((scope) => granted.includes(scope));
  return [
    ...endpoint.needs.filter((scope) => !granted.includes(scope)),
    ...(hasOne ? [] : endpoint.needsOne),
  ];
}

/** Says that development mode no longer has an endpoint, and what it has instead. */
export function removedText({ successor }: Endpoint): string {
  const instead = successor ? ` Use ${successor}.` : ' Nothing takes its place.';
  return `Development mode no longer has this endpoint.${instead}`;
}

function explainLimit(text: string): readonly string[] {
  const error = toSpotifyError(429, new Headers(), text);
  if (isSpotifyError(error, 'quota-exceeded'))
    return [
      'reason QUOTA_EXCEEDED: the quota of the developer account is used up, which can take hours to renew.',
      'Liner Notes remembers it, and sends nothing of this kind until you press Try again.',
    ];
  return [
    'Too many requests in 30 seconds. Wait half a minute; the whole app waits with you.',
    'It isn’t the quota: that would have the reason QUOTA_EXCEEDED.',
    'Retry-After says how long to wait, but Spotify doesn’t let a web page read it.',
  ];
}

function explainMistake({ endpoint, text }: Explained): readonly string[] {
  if (/no uris provided/i.test(text)) return ['The key of the body is items, not tracks.'];
  if (/missing required field: uris/i.test(text))
    return ['uris belongs in the query, not in the body.'];
  if (/invalid limit/i.test(text))
    return [
      endpoint?.path === '/search' || endpoint?.path === '/artists/{artist}/albums'
        ? 'At most 10 a page since February 2026.'
        : 'At most 50 a page.',
    ];
  return ['Spotify did not accept a parameter; its message says which.'];
}

/** Says why an answer did not come. */
export function reasonOf({ error, isSent }: RawOutcome & { readonly kind: 'none' }): string {
  if (isStop(error))
    return isSent
      ? 'You stopped waiting for the reply.'
      : 'You stopped this request before it was sent.';
  if (isLoginError(error, 'login-rejected'))
    return '401, twice: Spotify refused the token, and also the one it was refreshed to. Get a new token.';
  return errorText(error);
}

/** Says why nobody knows whether a write was carried out. */
export function doubtOf(outcome: RawOutcome): string {
  return `Unknown: it may have happened. ${causeOf(outcome)} Look before you send it again.`;
}

function causeOf(outcome: RawOutcome): string {
  if (outcome.kind === 'answer')
    return `${outcome.answer.status} is a fault of a server, and the one behind it may have done it.`;
  const { error } = outcome;
  if (isStop(error)) return 'You stopped waiting for the reply.';
  if (isSpotifyError(error, 'no-answer')) return 'Spotify didn’t reply in time.';
  if (isSpotifyError(error, 'offline')) return 'The connection was lost before the reply.';
  return 'The browser couldn’t read Spotify’s reply.';
}

function isStop(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** The note beside the headers. */
export const HEADERS_NOTE =
  'Spotify exposes no header beyond these to a web page: Retry-After, ETag and WWW-Authenticate cannot be read.';
