import { type Clock, withTimeLimit } from '../clock.ts';
import type { Locks } from './types.ts';

/** Time limit of a token request, in ms; a request that never ends would hold the lock. */
export const TOKEN_REQUEST_LIMIT_MS = 15_000;

/** Longest wait for the lock, in ms; longer than the time limit of a token request. */
const LOCK_LIMIT_MS = 20_000;

/** Dependencies of a lock request. */
export interface LockDependencies {
  readonly locks: Locks;
  readonly lockName: string;
  readonly clock: Clock;
}

/**
 * Runs work on the stored login under the lock; where another tab does not release the lock, without it after
 * 20 s. The work itself must therefore compare the record it read with the record it replaces.
 *
 * @param onHeldUp receives whether another tab does not release the lock.
 * @throws the reason of a signal that aborts; any error of the work.
 */
export async function withLock<T>(
  { locks, lockName, clock }: LockDependencies,
  signals: readonly AbortSignal[],
  onHeldUp: (isHeldUp: boolean) => void,
  work: () => Promise<T>,
): Promise<T> {
  let hasBegun = false;
  try {
    return await withTimeLimit(clock, LOCK_LIMIT_MS, signals, (signal) =>
      locks.request(lockName, { signal }, () => {
        hasBegun = true;
        onHeldUp(false);
        return work();
      }),
    );
  } catch (error) {
    if (hasBegun || !(error instanceof DOMException)) throw error;
    onHeldUp(true);
    return work();
  }
}
