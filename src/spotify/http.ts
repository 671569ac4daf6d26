import { type Clock, withTimeLimit } from '../clock.ts';
import {
  NoAnswerError,
  OfflineError,
  UnexpectedAnswerError,
  UnreadableAnswerError,
} from './errors.ts';
import type { Lane, Pace } from './pace.ts';

/** Longest wait for one answer with its body, in ms. */
const ANSWER_LIMIT_MS = 30_000;

/** A `fetch` that adds the access token by itself. */
export type AuthorizedFetch = (url: string, init?: RequestInit) => Promise<Response>;

/** How the Web API is reached. */
export interface Connection {
  readonly fetch: AuthorizedFetch;
  readonly clock: Clock;
  /** Whether the browser believes it has a network. */
  readonly isOnline: () => boolean;
}

/** A connection whose requests keep to one pace. */
export interface PacedConnection extends Connection {
  readonly pace: Pace;
}

/**
 * Gets one answer of the Web API and parses it, at the pace of its lane; `parse` gives `undefined`
 * for what is not of the documented shape.
 *
 * @throws a SpotifyError of the kind that fits; whatever the session's `fetch` throws; the signal's
 * reason when it aborts.
 */
export function get<T>(
  connection: PacedConnection,
  url: string,
  parse: (body: unknown) => T | undefined,
  signal: AbortSignal,
  lane: Lane = 'list',
): Promise<T> {
  return connection.pace.run(lane, url, signal, async (either) => {
    const { status, headers, text } = await answerOf(connection, url, either);
    if (status !== 200) {
      const { refusalOf } = await import('./to-spotify-error.ts');
      throw refusalOf(status, headers, text);
    }
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      throw new UnexpectedAnswerError('not_json');
    }
    const parsed = parse(body);
    if (parsed === undefined) throw new UnexpectedAnswerError('shape');
    return parsed;
  });
}

async function answerOf(connection: Connection, url: string, signal: AbortSignal) {
  try {
    return await withTimeLimit(connection.clock, ANSWER_LIMIT_MS, [signal], async (either) => {
      const response = await connection.fetch(url, { signal: either });
      // Read as text first: some refusals are plain text, whatever they claim to be.
      const text = await response.text();
      return { status: response.status, headers: response.headers, text };
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') throw new NoAnswerError();
    if (!(error instanceof TypeError)) throw error;
    // The browser tells a page nothing more about a request that failed.
    throw connection.isOnline() ? new UnreadableAnswerError() : new OfflineError();
  }
}
