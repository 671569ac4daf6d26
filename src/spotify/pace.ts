import type { Clock } from '../clock.ts';
import { makeRequestDedupe } from './dedupe-requests.ts';
import { isAnswer, isOfServer, isSpotifyError, SpotifyError } from './errors.ts';
import { kindOf, type LimitMemory, type Limits } from './limits.ts';
import { makeWaitQueue } from './wait-queue.ts';

/** Group of requests with a limit of its own: the pages of a list, or the items of a playlist. */
export type Lane = 'list' | 'items';

/** Request methods of the Web API; only a GET is safe and idempotent (RFC 9110, section 9.2). */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Identifies a request: group, method, address. */
export interface PacedRequest {
  readonly lane: Lane;
  readonly method: Method;
  readonly url: string;
  /** Whether a GET is sent as a write is: neither merged nor repeated. */
  readonly isAlone?: true;
}

/** Most concurrent requests per lane; more of them invite a rate limit. */
export const MOST_IN_FLIGHT: Readonly<Record<Lane, number>> = { list: 6, items: 2 };

/** Fast retries after a server error (5xx). */
const QUICK_TRIES = 3;
const QUICK_WAIT_MS = 300;

/** Exponential backoff after a rate limit: first wait in ms, and number of retries. */
const FIRST_WAIT_MS = 2_000;
const SLOW_TRIES = 4;

/** A longer wait fails with `rate-limited` instead, in ms. */
const LONGEST_WAIT_MS = 60_000;

/**
 * How long an exhausted quota is remembered, and the longest rate limit that is believed, in ms; Spotify
 * documents neither duration.
 */
const LONGEST_LIMIT_MS = 86_400_000;

/** Dependencies of the pace. */
export interface PaceDependencies {
  readonly clock: Clock;
  readonly memory: LimitMemory;
  /** Between 0 and 1; jitter, so that tabs do not retry all at once. */
  readonly random: () => number;
}

/**
 * Schedules requests: when they are sent, how many at once, which are retried (Spotify: "Rate limits", "Quota
 * modes").
 */
export interface Pace {
  /**
   * Runs a request when the limits allow it. A GET is retried where that may help, and two concurrent GETs of one
   * address are one request; a write is neither merged nor repeated. @throws the last error of the request;
   * `quota-exceeded` and `rate-limited` without a request, while a known limit lasts; the signal's reason.
   */
  run<T>(
    request: PacedRequest,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** Whether any answer of Spotify has been read in this visit. */
  hasAnswered(): boolean;
  /** Time until which requests wait, in ms since the epoch; 0 where none waits. */
  waitingUntil(): number;
  subscribe(listener: () => void): () => void;
  /** Clears the known limits, because the person retries. */
  lift(): void;
}

/** Makes the pace of one tab. */
export function makePace({ clock, memory, random }: PaceDependencies): Pace {
  const allowed = { ...MOST_IN_FLIGHT };
  const inFlight = { list: 0, items: 0 };
  let limits: Limits = { until: 0, quotas: {} };
  /** Rate-limited answers since the last success, and in total; those to concurrent requests count once. */
  let tries = 0;
  let objections = 0;
  /** The error with which patience has ended, and how often it has; all that wait then end with it. */
  let lastError: SpotifyError | undefined;
  let exhaustions = 0;
  let hasAnswered = false;
  const listeners = new Set<() => void>();
  const queue = makeWaitQueue(clock);
  const dedupe = makeRequestDedupe();
  const remembered = memory.read().then(
    (known) => known && adopt(known),
    () => undefined,
  );
  memory.listen((next) => {
    // A limit found by another tab slows this one down too.
    const isObjection = remaining(next) > 0;
    if (isObjection) allowed.list = allowed.items = 1;
    if (isObjection) objections += 1;
    hasAnswered ||= isObjection;
    const isShorter = isObjection && remaining(next) < remaining(limits);
    adopt(isShorter ? { ...next, until: limits.until } : next);
  });

  /** How long a rate limit lasts, in ms. More than a day tells of a clock that was set back, and is none. */
  function remaining({ until }: Limits): number {
    const ms = until - clock.now();
    return ms > LONGEST_LIMIT_MS ? 0 : Math.max(0, ms);
  }

  function adopt(next: Limits): void {
    limits = next;
    for (const listener of listeners) listener();
    queue.wake();
  }
  function limit(next: Limits): void {
    adopt(next);
    // What no answer has told may be a blocker: other tabs are told of limits alone.
    if (hasAnswered || next.until === 0) memory.write(next);
  }

  /** Throws while a known limit lasts, to save a useless request. */
  function refuse(quota: string): void {
    const age = clock.now() - (limits.quotas[quota] ?? 0);
    // Exhausted later than now, it counts as not exhausted.
    if (age >= 0 && age < LONGEST_LIMIT_MS) throw new SpotifyError('quota-exceeded');
    const ms = remaining(limits);
    if (ms > LONGEST_WAIT_MS) throw new SpotifyError('rate-limited', Math.ceil(ms / 1000));
  }
  /** After a rate limit, one request at a time probes whether it still holds. */
  function hasRoom(lane: Lane): boolean {
    if (tries > 0) return inFlight.list + inFlight.items < 1;
    return inFlight[lane] < Math.floor(allowed[lane]);
  }

  async function turn(
    lane: Lane,
    quota: string,
    signal: AbortSignal,
    begunAt: number,
  ): Promise<void> {
    await remembered;
    for (;;) {
      signal.throwIfAborted();
      if (begunAt !== exhaustions) throw lastError;
      refuse(quota);
      const ms = remaining(limits);
      if (ms === 0 && hasRoom(lane)) break;
      await queue.wait(ms, signal);
    }
    inFlight[lane] += 1;
  }

  /** Ends this request and all that wait, because the last retry has failed. */
  function giveUp(error: SpotifyError): never {
    exhaustions += 1;
    lastError = hasAnswered ? error : new SpotifyError('unreachable');
    throw lastError;
  }

  /** Slows all requests down, or throws the error after the last retry. */
  function slowDown(error: SpotifyError): void {
    tries += 1;
    objections += 1;
    allowed.list = Math.max(1, allowed.list / 2);
    allowed.items = 1;
    const retryAfter = isSpotifyError(error, 'rate-limited') ? error.retryAfter : null;
    const grown = FIRST_WAIT_MS * 2 ** (tries - 1) * (0.75 + random() / 2);
    const ms = retryAfter === null ? grown : Math.max(retryAfter * 1000, 1000);
    const isOver = tries > SLOW_TRIES;
    if (!isOver || retryAfter !== null)
      limit({ ...limits, until: clock.now() + Math.min(ms, LONGEST_LIMIT_MS) });
    if (isOver) giveUp(error);
    if (ms > LONGEST_WAIT_MS) throw error;
  }

  /** Delay before the next try, in ms, beyond the wait of all requests. */
  function afterFailure(error: unknown, quota: string, round: Round): number {
    if (isSpotifyError(error, 'quota-exceeded')) {
      limit({ ...limits, quotas: { ...limits.quotas, [quota]: clock.now() } });
    } else if (isSpotifyError(error, 'rate-limited', 'unreadable-answer')) {
      if (round.objections === objections) slowDown(error);
      // A write may have been carried out although its answer was lost.
      if (round.isRepeatable) return 0;
    } else if (round.isRepeatable && isOfServer(error) && round.failures < QUICK_TRIES) {
      return QUICK_WAIT_MS * 2 ** round.failures * (0.75 + random() / 2);
    }
    throw error;
  }

  async function attempt<T>(
    { lane, url, ...request }: PacedRequest,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const quota = kindOf(url);
    const begunAt = exhaustions;
    for (let failures = 0; ; ) {
      await turn(lane, quota, signal, begunAt);
      const round = { objections, failures, isRepeatable: isRepeatable(request) };
      let ms = 0;
      try {
        const result = await send(signal);
        hasAnswered = true;
        // A success of a request sent before the limit says nothing about the limit.
        if (round.objections === objections) {
          tries = 0;
          allowed[lane] = Math.min(MOST_IN_FLIGHT[lane], allowed[lane] + 1 / allowed[lane]);
        }
        return result;
      } catch (error) {
        signal.throwIfAborted();
        hasAnswered ||= isAnswer(error);
        ms = afterFailure(error, quota, round);
      } finally {
        // Released last: waiting requests must see the limits that this answer has changed.
        inFlight[lane] -= 1;
        queue.wake();
      }
      if (ms === 0) continue;
      failures += 1;
      await clock.sleep(ms, signal);
    }
  }

  return {
    run: (request, signal, send) =>
      isRepeatable(request)
        ? dedupe(request.url, signal, (stop) => attempt(request, stop, send))
        : attempt(request, signal, send),
    hasAnswered: () => hasAnswered,
    waitingUntil: () => (remaining(limits) > 0 ? limits.until : 0),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lift() {
      tries = 0;
      limit({ until: 0, quotas: {} });
    },
  };
}

/** State of the pace when a request was sent. */
interface Round {
  readonly objections: number;
  readonly failures: number;
  readonly isRepeatable: boolean;
}

function isRepeatable({ method, isAlone }: Pick<PacedRequest, 'method' | 'isAlone'>): boolean {
  return method === 'GET' && !isAlone;
}
