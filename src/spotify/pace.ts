import type { Clock } from '../clock.ts';
import { makeShareRequest } from './dedupe-requests.ts';
import {
  isOfServer,
  QuotaExceededError,
  RateLimitedError,
  UnreadableAnswerError,
} from './errors.ts';
import { kindOf, type LimitMemory, type Limits } from './limits.ts';
import { makeWaitingRoom } from './wait-queue.ts';

/** What a request is for: pages of a list, or the songs of one. */
export type Lane = 'list' | 'items';

/** Request methods of the Web API; only a GET is safe and idempotent (RFC 9110, section 9.2). */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Which request it is. */
export interface PacedRequest {
  readonly lane: Lane;
  readonly method: Method;
  readonly url: string;
}

/** At most this many requests of a lane are under way at a time; more invites a rate limit. */
export const MOST_IN_FLIGHT: Readonly<Record<Lane, number>> = { list: 6, items: 2 };

/** Quick tries after a fault on Spotify's side. */
const QUICK_TRIES = 3;
const QUICK_WAIT_MS = 300;

/** Waits after an objection of Spotify's: the first one in ms, doubled each time, and how many. */
const FIRST_WAIT_MS = 2_000;
const SLOW_TRIES = 4;

/** A longer wait is told instead of waited for, in ms. */
const LONGEST_WAIT_MS = 60_000;

/** How long a used-up quota is remembered, in ms; how long it really lasts, Spotify does not say. */
const QUOTA_MEMORY_MS = 86_400_000;

/** What setting a pace needs. */
export interface PaceDependencies {
  readonly clock: Clock;
  readonly memory: LimitMemory;
  /** Between 0 and 1; keeps tabs from coming back all at once. */
  readonly random: () => number;
}

/** Decides when requests go out, how many at once, and what is tried again (Spotify: "Rate limits", "Quota modes"). */
export interface Pace {
  /**
   * Runs a request in its turn. A GET runs again where that may help, and two concurrent GETs of one
   * address are one request; a write is neither merged nor repeated.
   *
   * @throws what the request threw last; QuotaExceededError and RateLimitedError without asking,
   * while a known limit lasts; the signal's reason.
   */
  run<T>(
    request: PacedRequest,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** Until when requests wait, in ms since the epoch; 0 while they do not. */
  waitingUntil(): number;
  subscribe(listener: () => void): () => void;
  /** Forgets the known limits, because the person wants to try. */
  lift(): void;
}

/** Makes the pace of one tab. */
export function makePace({ clock, memory, random }: PaceDependencies): Pace {
  const allowed = { ...MOST_IN_FLIGHT };
  const inFlight = { list: 0, items: 0 };
  let limits: Limits = { until: 0, quotas: {} };
  /** Objections since the last success, and how many there ever were: of those that come together, one counts. */
  let tries = 0;
  let objections = 0;
  const listeners = new Set<() => void>();
  const room = makeWaitingRoom(clock);
  const share = makeShareRequest();
  const remembered = memory.read().then(
    (known) => known && adopt(known),
    () => undefined,
  );
  memory.listen((next) => {
    // A limit met in another tab slows this one down too.
    const isObjection = next.until > clock.now();
    if (isObjection) allowed.list = allowed.items = 1;
    if (isObjection) objections += 1;
    adopt(isObjection ? { ...next, until: Math.max(next.until, limits.until) } : next);
  });

  function adopt(next: Limits): void {
    limits = next;
    for (const listener of listeners) listener();
    room.wake();
  }
  function limit(next: Limits): void {
    adopt(next);
    memory.write(next);
  }

  /** Refuses what a known limit forbids, so that Spotify is not asked in vain. */
  function refuse(quota: string): void {
    const now = clock.now();
    if (now < (limits.quotas[quota] ?? 0) + QUOTA_MEMORY_MS) throw new QuotaExceededError();
    const ms = limits.until - now;
    if (ms > LONGEST_WAIT_MS) throw new RateLimitedError(Math.ceil(ms / 1000));
  }
  /** While Spotify objects, one request at a time finds out whether it still does. */
  function hasRoom(lane: Lane): boolean {
    if (tries > 0) return inFlight.list + inFlight.items < 1;
    return inFlight[lane] < Math.floor(allowed[lane]);
  }

  async function turn(lane: Lane, quota: string, signal: AbortSignal): Promise<void> {
    await remembered;
    for (;;) {
      signal.throwIfAborted();
      refuse(quota);
      const ms = limits.until - clock.now();
      if (ms <= 0 && hasRoom(lane)) break;
      await room.wait(Math.max(0, ms), signal);
    }
    inFlight[lane] += 1;
  }

  /** Slows all requests down, or gives up by throwing the error. */
  function slowDown(error: RateLimitedError | UnreadableAnswerError): void {
    tries += 1;
    objections += 1;
    allowed.list = Math.max(1, allowed.list / 2);
    allowed.items = 1;
    const told = error instanceof RateLimitedError ? error.retryAfter : null;
    const grown = FIRST_WAIT_MS * 2 ** (tries - 1) * (0.75 + random() / 2);
    const ms = told === null ? grown : Math.max(told * 1000, 1000);
    const isOver = tries > SLOW_TRIES;
    if (isOver) tries = 0;
    if (!isOver || told !== null) limit({ ...limits, until: clock.now() + ms });
    if (isOver || ms > LONGEST_WAIT_MS) throw error;
  }

  /** How long to wait before the next try, in ms, beyond what all requests wait. */
  function afterFailure(error: unknown, quota: string, round: Round): number {
    if (error instanceof QuotaExceededError) {
      limit({ ...limits, quotas: { ...limits.quotas, [quota]: clock.now() } });
    } else if (error instanceof RateLimitedError || error instanceof UnreadableAnswerError) {
      if (round.objections === objections) slowDown(error);
      // A write may have been carried out although its answer was lost.
      if (round.method === 'GET') return 0;
    } else if (round.method === 'GET' && isOfServer(error) && round.failures < QUICK_TRIES) {
      return QUICK_WAIT_MS * 2 ** round.failures * (0.75 + random() / 2);
    }
    throw error;
  }

  async function attempt<T>(
    { lane, method, url }: PacedRequest,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const quota = kindOf(url);
    for (let failures = 0; ; ) {
      await turn(lane, quota, signal);
      const round = { objections, failures, method };
      let ms = 0;
      try {
        const result = await send(signal);
        // A request from before an objection tells nothing about what holds after it.
        if (round.objections === objections) {
          tries = 0;
          allowed[lane] = Math.min(MOST_IN_FLIGHT[lane], allowed[lane] + 1 / allowed[lane]);
        }
        return result;
      } catch (error) {
        signal.throwIfAborted();
        ms = afterFailure(error, quota, round);
      } finally {
        // Only now: whoever waits must know first what this answer has changed.
        inFlight[lane] -= 1;
        room.wake();
      }
      if (ms === 0) continue;
      failures += 1;
      await clock.sleep(ms, signal);
    }
  }

  return {
    run: (request, signal, send) =>
      request.method === 'GET'
        ? share(request.url, signal, (stop) => attempt(request, stop, send))
        : attempt(request, signal, send),
    waitingUntil: () => (limits.until > clock.now() ? limits.until : 0),
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

/** What was known when a request went out. */
interface Round {
  readonly objections: number;
  readonly failures: number;
  readonly method: Method;
}
