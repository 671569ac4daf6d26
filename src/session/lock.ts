import { type Clock, withTimeLimit } from '../clock.ts';
import type { Locks } from './types.ts';

/** Longest token request, in ms: a hung one would hold the lock. */
export const TOKEN_REQUEST_LIMIT_MS = 15_000;

/** Longest wait for another tab, in ms; longer than a token request may take. */
const LOCK_LIMIT_MS = 20_000;

/** What taking the lock needs. */
export interface LockDependencies {
  readonly locks: Locks;
  readonly lockName: string;
  readonly clock: Clock;
}

/**
 * Does work on the stored login while no other tab does; where a tab hangs with the lock, after 20 s
 * without it. So the work itself has to compare what it read with what it replaces.
 *
 * @param tell is told whether another tab hangs with the lock.
 * @throws the reason of a signal that aborts; whatever the work throws.
 */
export async function withLock<T>(
  { locks, lockName, clock }: LockDependencies,
  signals: readonly AbortSignal[],
  tell: (isHeldUp: boolean) => void,
  work: () => Promise<T>,
): Promise<T> {
  let hasBegun = false;
  try {
    return await withTimeLimit(clock, LOCK_LIMIT_MS, signals, (signal) =>
      locks.request(lockName, { signal }, () => {
        hasBegun = true;
        tell(false);
        return work();
      }),
    );
  } catch (error) {
    if (hasBegun || !(error instanceof DOMException)) throw error;
    tell(true);
    return work();
  }
}
