import { type Clock, withTimeLimit } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import { NetworkError, ofNetwork } from '../oauth/network-error.ts';
import { isSpotifyError, SpotifyError } from './errors.ts';
import type { Lane, Method, Pace } from './pace.ts';
import { toSpotifyError } from './to-spotify-error.ts';

/** Timeout of one answer with its body, in ms. */
const ANSWER_LIMIT_MS = 30_000;

/** A `fetch` that adds the access token; rejects with a NetworkError where the network fails. */
export type AuthorizedFetch = (url: string, init?: RequestInit) => Promise<Response>;

/** The connection to the Web API. */
export interface Connection {
  readonly fetch: AuthorizedFetch;
  readonly clock: Clock;
  /** Whether the browser reports a network (`navigator.onLine`). */
  readonly isOnline: () => boolean;
}

/** A connection whose requests share one pace. */
export interface PacedConnection extends Connection {
  readonly pace: Pace;
}

/**
 * Gets one answer of the Web API and parses it, at the pace of its lane; `parse` returns `undefined` for an
 * undocumented shape. @throws a SpotifyError of the fitting kind; the errors of the session's `fetch`; the signal's
 * reason when it aborts.
 */
export function get<T>(
  connection: PacedConnection,
  url: string,
  parse: (body: unknown) => T | undefined,
  signal: AbortSignal,
  lane: Lane = 'list',
): Promise<T> {
  return connection.pace.run({ lane, method: 'GET', url }, signal, async (either) => {
    const { status, headers, text } = await answerOf(connection, url, { signal: either });
    if (status !== 200) throw toSpotifyError(status, headers, text);
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      throw new SpotifyError('unexpected-answer', 'not_json');
    }
    const parsed = parse(body);
    if (parsed === undefined) throw new SpotifyError('unexpected-answer', 'shape');
    return parsed;
  });
}

/** A request that changes data at Spotify. */
export interface WriteRequest {
  readonly method: Exclude<Method, 'GET'>;
  readonly url: string;
  /** Sent as JSON; without it the request has no body. */
  readonly body?: unknown;
  readonly lane?: Lane;
}

/**
 * How a write ended: Spotify confirmed it, or nobody knows whether it was carried out, because the
 * answer was lost, came too late, was a fault of the server or could not be parsed; `error` says which.
 */
export type WriteOutcome<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'unknown'; readonly error: unknown };

/**
 * Sends one write, once; `parse` is given `undefined` for an empty body, and gives `undefined` for
 * what is not of the documented shape.
 *
 * @throws where nothing was changed: a SpotifyError for a refusal (4xx) or a known limit; whatever
 * the session's `fetch` throws for want of a login; the signal's reason before the request was sent. A request that
 * was sent is finished, whatever the signal.
 */
export async function send<T>(
  connection: PacedConnection,
  { method, url, body, lane = 'items' }: WriteRequest,
  parse: (body: unknown) => T | undefined,
  signal: AbortSignal,
): Promise<WriteOutcome<T>> {
  let isSent = false;
  const content =
    body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  try {
    return await connection.pace.run({ lane, method, url }, signal, async () => {
      isSent = true;
      // Once sent, a write is not cut off: its answer tells what happened.
      const init = { ...content, method, signal: new AbortController().signal };
      const { status, headers, text } = await answerOf(connection, url, init);
      if (status < 200 || status > 299) throw toSpotifyError(status, headers, text);
      return writeOutcomeOf(text, parse);
    });
  } catch (error) {
    if (isSent && (signal.aborted || isWithoutAnswer(error))) return { outcome: 'unknown', error };
    throw error;
  }
}

function writeOutcomeOf<T>(text: string, parse: (body: unknown) => T | undefined): WriteOutcome<T> {
  try {
    const value = parse(text === '' ? undefined : JSON.parse(text));
    if (value !== undefined) return { outcome: 'done', value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { outcome: 'unknown', error: new SpotifyError('unexpected-answer', 'shape') };
}

/** Whether a sent request ended without an answer that reveals its outcome. */
export function isWithoutAnswer(error: unknown): boolean {
  return (
    error instanceof DOMException ||
    // A log-out cuts every request off.
    (error instanceof LoginError && error.code === 'logged-out') ||
    isSpotifyError(
      error,
      'no-answer',
      'offline',
      'spotify-down',
      'unreadable-answer',
      'unreachable',
    )
  );
}

/** Options of a request with the signal that aborts it. */
interface AnswerInit extends RequestInit {
  readonly signal: AbortSignal;
}

/**
 * Sends one request and reads its answer, whatever its status. @throws SpotifyError `no-answer`, `offline` or
 * `unreadable-answer` where none comes; whatever the session's `fetch` throws.
 */
export async function answerOf(connection: Connection, url: string, init: AnswerInit) {
  const limits = [init.signal];
  let hasBegun = false;
  try {
    return await withTimeLimit(connection.clock, ANSWER_LIMIT_MS, limits, async (signal) => {
      const response = await connection.fetch(url, { ...init, signal });
      hasBegun = true;
      // Read as text first: some refusals are plain text, whatever their media type.
      const text = await ofNetwork(response.text());
      return { status: response.status, headers: response.headers, text };
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new SpotifyError('no-answer');
    if (!(error instanceof NetworkError)) throw error;
    // The browser does not reveal to a page why a request failed.
    throw connection.isOnline()
      ? new SpotifyError('unreadable-answer', hasBegun ? 'body' : undefined)
      : new SpotifyError('offline');
  }
}
