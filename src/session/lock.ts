import { type Clock, withTimeLimit } from '../clock.ts';
import { TemporarilyUnavailableError } from '../oauth/errors.ts';
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
 * Does work on the stored login while no other tab does.
 *
 * @throws TemporarilyUnavailableError where a tab that hangs keeps the lock; the signal's reason.
 */
export async function withLock<T>(
  { locks, lockName, clock }: LockDependencies,
  signals: readonly AbortSignal[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await withTimeLimit(clock, LOCK_LIMIT_MS, signals, (signal) =>
      locks.request(lockName, { signal }, work),
    );
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new TemporarilyUnavailableError('lock', { cause: error });
  }
}
