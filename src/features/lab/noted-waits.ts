import type { Clock } from '../../clock.ts';

/** A clock whose sleeps are written down. */
export interface NotedWaits {
  readonly clock: Clock;
  /** Each wait once, however many wait together, in s. */
  waits(): readonly number[];
}

/** Makes a clock that tells of each wait when it begins. */
export function noteWaits(clock: Clock, tell: (seconds: number) => void): NotedWaits {
  const known = new Map<number, number>();
  return {
    clock: {
      now: clock.now,
      sleep(ms, signal) {
        const end = clock.now() + ms;
        if (!known.has(end)) {
          known.set(end, ms / 1000);
          tell(ms / 1000);
        }
        return clock.sleep(ms, signal);
      },
    },
    waits: () => [...known.values()],
  };
}
