import type { Clock } from '../../../clock.ts';
import { exchange, type RawOutcome } from '../../../spotify/exchange.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import type { Method } from '../../../spotify/pace.ts';
import type { Endpoint } from '../data/parse-endpoints.ts';
import type { ApiRequest } from '../request/build-request.ts';

/** What the person has chosen to send: an endpoint with the texts of its fields, or a typed path. */
export interface Draft {
  /** `undefined` for a typed path. */
  readonly endpoint: Endpoint | undefined;
  readonly texts: Readonly<Record<string, string>>;
  readonly method: Method;
  readonly path: string;
}

/** Which login a request is sent with. */
export type Sender = 'app' | 'sandbox';

/** A request that was sent in this visit, with what came of it. */
export interface Sent {
  readonly id: number;
  /** Time of the request, in ms since the epoch. */
  readonly at: number;
  readonly request: ApiRequest;
  /** `undefined` for a typed path that no endpoint of the table has. */
  readonly endpoint: Endpoint | undefined;
  /** What was filled in for it. */
  readonly draft: Draft;
  readonly sender: Sender;
  /** The scopes of the login that sent it. */
  readonly granted: readonly string[];
  readonly outcome: RawOutcome;
  /** Whether the token was refreshed on the way. */
  readonly isRefreshed: boolean;
  /** The fault of the simulated Spotify that the person chose for it; empty where there is none. */
  readonly fault: string;
  /** Time until the answer was read, in ms. */
  readonly duration: number;
}

/** Sends a request once, and times it. */
export async function sendRequest(
  about: Pick<Sent, 'id' | 'request' | 'endpoint' | 'draft' | 'sender' | 'granted'>,
  connection: PacedConnection,
  clock: Clock,
  signal: AbortSignal,
): Promise<Omit<Sent, 'isRefreshed' | 'fault'>> {
  const at = clock.now();
  const outcome = await exchange(connection, about.request, signal);
  return { ...about, at, outcome, duration: clock.now() - at };
}

/**
 * Whether nobody knows if a request was carried out: a write that was sent and not answered, or answered with a fault of
 * a server, which may have come after it.
 */
export function isUnknown({ request, outcome }: Pick<Sent, 'request' | 'outcome'>): boolean {
  if (request.method === 'GET') return false;
  return outcome.kind === 'answer' ? outcome.answer.status >= 500 : outcome.isSent;
}

/** Parses the body of an answer; `undefined` where it is no JSON. */
export function parseBody(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
