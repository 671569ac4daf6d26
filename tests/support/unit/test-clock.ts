import type { Clock } from '../../../src/clock.ts';

/** A clock that advances only when a test does so. */
export interface TestClock extends Clock {
  /** Advances the clock and resolves the sleeps that end by then. */
  advance(ms: number): void;
  /** Sets the wall clock forward or back, as people and time servers do; sleeps are unaffected. */
  adjust(ms: number): void;
  /** Number of pending sleeps. */
  sleeping(): number;
  /** Time until the next sleep ends, in ms; `Infinity` without one. */
  next(): number;
}

interface Sleeper {
  readonly end: number;
  readonly wake: () => void;
}

/** Makes a clock that begins on 23 November 2026. */
export function makeTestClock(): TestClock {
  let wall = Date.UTC(2026, 10, 23);
  let passed = 0;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => wall,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const sleeper = { end: passed + ms, wake: resolve };
        sleepers.add(sleeper);
        const stop = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stop, { once: true });
      }),
    advance(ms) {
      wall += ms;
      passed += ms;
      for (const sleeper of sleepers) {
        if (sleeper.end > passed) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
    adjust(ms) {
      wall += ms;
    },
    sleeping: () => sleepers.size,
    next: () => Math.min(...[...sleepers].map(({ end }) => end - passed)),
  };
}

/** Longer than any wait between two tries, and shorter than the timeout of an answer. */
const WORTH_SKIPPING_MS = 25_000;

/** Advances the clock as fast as the network allows, until some work has settled. */
export async function hurry(clock: TestClock, work: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (clock.next() < WORTH_SKIPPING_MS) clock.advance(clock.next());
  }
}
