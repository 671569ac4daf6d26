import { answerOf, isWithoutAnswer, type PacedConnection } from './http.ts';
import type { Method } from './pace.ts';
import { toSpotifyError } from './to-spotify-error.ts';

/** A request whose answer is shown as it is, and not parsed. */
export interface RawRequest {
  readonly method: Method;
  readonly url: string;
  readonly body: { readonly type: string; readonly text: string } | undefined;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * How a request ended: with an answer, whatever its status; or without one, where `isSent` tells whether Spotify may
 * have carried it out.
 */
export type RawOutcome =
  | { readonly kind: 'answer'; readonly answer: RawAnswer }
  | { readonly kind: 'none'; readonly error: unknown; readonly isSent: boolean };

/**
 * Sends a request once, when the pace allows it, and tells the pace what came of it. Neither merged nor repeated, so
 * that each request of a person is one request.
 */
export async function exchange(
  connection: PacedConnection,
  { method, url, body }: RawRequest,
  signal: AbortSignal,
): Promise<RawOutcome> {
  let isSent = false;
  let answer: RawAnswer | undefined;
  const content = body ? { body: body.text, headers: { 'Content-Type': body.type } } : {};
  const paced = { lane: 'items', method, url, isAlone: true } as const;
  try {
    await connection.pace.run(paced, signal, async (either) => {
      isSent = true;
      answer = await answerOf(connection, url, { ...content, method, signal: either });
      const { status, headers, text } = answer;
      if (status >= 400) throw toSpotifyError(status, headers, text);
    });
  } catch (error) {
    // For want of a login nothing was sent, or it was refused.
    if (!answer)
      return { kind: 'none', error, isSent: isSent && (signal.aborted || isWithoutAnswer(error)) };
  }
  if (!answer) throw new Error('the pace ended without sending');
  return { kind: 'answer', answer };
}
