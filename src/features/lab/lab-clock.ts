import { anySignal, type Clock } from '../../clock.ts';

const START = Date.UTC(2026, 10, 23, 9);

/** A virtual clock that skips waits, so that a case of minutes takes a second. */
export interface LabClock extends Clock {
  /**
   * The same clock for timeouts: a timeout fires when the clock has passed its time, but the clock never skips to a
   * timeout, because it cannot know whether the limited work still runs.
   */
  readonly forLimits: Clock;
  /** Moves the wall clock forward while timers stand still, as on a laptop that sleeps. */
  skip(ms: number): void;
  /** Time since the start, in ms. */
  elapsed(): number;
}

/** A pending sleep. */
interface Sleeper {
  readonly end: number;
  readonly isLimit: boolean;
  readonly wake: () => void;
}

/**
 * Makes a clock that skips to the end of the next wait as soon as nothing else runs, after a pause that makes the
 * wait visible; it stops, and all waits reject, when the signal aborts.
 */
export function makeLabClock(pause: (ms: number) => Promise<void>, stop: AbortSignal): LabClock {
  let passed = 0;
  let skipped = 0;
  let isRunning = false;
  const sleepers = new Set<Sleeper>();

  function nextEnd(): number {
    const ends = [...sleepers].filter(({ isLimit }) => !isLimit).map(({ end }) => end);
    return Math.min(...ends);
  }

  /** Skips to the end of the next wait; false where there is none. */
  async function goOn(): Promise<boolean> {
    await quiet();
    const end = nextEnd();
    if (end === Number.POSITIVE_INFINITY || stop.aborted) return false;
    await pause(end - passed);
    if (nextEnd() === end) {
      passed = end;
      for (const sleeper of [...sleepers]) if (sleeper.end <= passed) sleeper.wake();
    }
    return true;
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    while (await goOn());
    isRunning = false;
  }

  const sleepAs = (isLimit: boolean) => (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const either = signal ? anySignal([signal, stop]) : stop;
      either.throwIfAborted();
      const over = new AbortController();
      const leave = () => {
        sleepers.delete(sleeper);
        over.abort();
      };
      const wake = () => {
        leave();
        resolve();
      };
      const sleeper: Sleeper = { end: passed + ms, isLimit, wake };
      sleepers.add(sleeper);
      const fail = () => {
        leave();
        reject(either.reason);
      };
      either.addEventListener('abort', fail, { once: true, signal: over.signal });
      if (!isLimit) void run();
    });

  const now = () => START + passed + skipped;
  return {
    now,
    sleep: sleepAs(false),
    forLimits: { now, sleep: sleepAs(true) },
    skip(ms) {
      skipped += ms;
    },
    elapsed: () => passed + skipped,
  };
}

/** Runs all pending work that needs no time to pass. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}
