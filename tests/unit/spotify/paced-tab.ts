import { SPOTIFY_API } from '../../../src/config.ts';
import type { LimitMemory } from '../../../src/spotify/limits.ts';
import { type Lane, makePace, type Pace } from '../../../src/spotify/pace.ts';
import { openLimits } from '../../support/unit/limits.ts';
import { makeTestClock, type TestClock } from '../../support/unit/test-clock.ts';

/** A request that has gone out and waits for the test to answer it. */
export interface Sent {
  readonly path: string;
  readonly lane: Lane;
  readonly signal: AbortSignal;
  succeed(): void;
  fail(error: Error): void;
}

/** A tab that asks at its pace; the test answers in the place of Spotify. */
export interface PacedTab {
  readonly pace: Pace;
  readonly clock: TestClock;
  /** All requests that ever went out, in order. */
  readonly sent: Sent[];
  /** Those that wait for an answer. */
  underWay(lane?: Lane): readonly Sent[];
  /** Asks for a path; the answer is the path. */
  ask(path: string, lane?: Lane, signal?: AbortSignal): Promise<string>;
}

/** What the tabs of one browser share, and their luck. */
export interface PacedTabOptions {
  readonly clock?: TestClock;
  readonly memory?: LimitMemory;
  readonly random?: () => number;
}

/** Opens a tab of a browser; alone, unless it is given what another one has. */
export function openPacedTab(options: PacedTabOptions = {}): PacedTab {
  const clock = options.clock ?? makeTestClock();
  const memory = options.memory ?? openLimits()();
  const pace = makePace({ clock, memory, random: options.random ?? (() => 0.5) });
  const sent: Sent[] = [];
  const open = new Set<Sent>();
  function send(path: string, lane: Lane, signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const request: Sent = {
        path,
        lane,
        signal,
        succeed() {
          open.delete(request);
          resolve(path);
        },
        fail(error) {
          open.delete(request);
          reject(error);
        },
      };
      sent.push(request);
      open.add(request);
      signal.addEventListener('abort', () => request.fail(signal.reason));
    });
  }
  return {
    pace,
    clock,
    sent,
    underWay: (lane) => [...open].filter((request) => !lane || request.lane === lane),
    ask(path, lane = 'list', signal = new AbortController().signal) {
      const url = SPOTIFY_API + path;
      const answer = pace.run({ lane, method: 'GET', url }, signal, (either) =>
        send(path, lane, either),
      );
      // Tests look at a failure when they come to it.
      answer.catch(() => undefined);
      return answer;
    },
  };
}

/** Asks for so many pages of the playlists at once. */
export function askForPages(tab: PacedTab, count: number, lane: Lane = 'list'): Promise<string>[] {
  return Array.from({ length: count }, (_, page) => tab.ask(`/v1/me/${lane}?page=${page}`, lane));
}

/** Lets everything happen that needs no more time to pass. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Lets so many ms pass, and everything happen that follows. */
export async function pass(tab: PacedTab, ms: number): Promise<void> {
  tab.clock.advance(ms);
  await quiet();
}

/** How many ms it is until the tab asks again. */
export function waitOf({ pace, clock }: PacedTab): number {
  return pace.waitingUntil() - clock.now();
}

/** Makes all requests under way fail together. */
export async function failAll(tab: PacedTab, makeError: () => Error): Promise<void> {
  for (const request of tab.underWay()) request.fail(makeError());
  await quiet();
}

/** Answers all requests under way. */
export async function succeedAll(tab: PacedTab): Promise<void> {
  for (const request of tab.underWay()) request.succeed();
  await quiet();
}
