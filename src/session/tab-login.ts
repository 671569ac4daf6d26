import { withTimeLimit } from '../clock.ts';
import type { LockDependencies } from './lock.ts';

/**
 * Longest wait for the lock of a login, in ms; after a reload the previous page of this tab holds it until it
 * is unloaded.
 */
const LOCK_LIMIT_MS = 1_000;

/**
 * Distinguishes the tab that a login belongs to from its duplicates: "Duplicate tab" copies sessionStorage
 * too.
 */
export interface TabLogin {
  /** Tells whether another tab holds the lock of this login; acquires the lock where no tab does. */
  isCopied(loginId: string): Promise<boolean>;
  /** Releases the lock, after the end of the login or when its page is left. */
  leave(): void;
}

/** Makes the holder of a lock that is named after the login of this tab. */
export function makeTabLogin({ locks, lockName, clock }: LockDependencies): TabLogin {
  let held: { readonly loginId: string; readonly isCopied: Promise<boolean> } | undefined;
  let release = () => {};

  function hold(loginId: string): Promise<boolean> {
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    return new Promise((resolve) => {
      void withTimeLimit(clock, LOCK_LIMIT_MS, [], (signal) =>
        locks
          .request(`${lockName}:${loginId}`, { signal }, () => {
            resolve(false);
            return released;
          })
          .catch(() => resolve(signal.aborted)),
      );
    });
  }

  function leave(): void {
    release();
    held = undefined;
  }

  return {
    isCopied(loginId) {
      if (held?.loginId !== loginId) {
        leave();
        held = { loginId, isCopied: hold(loginId) };
      }
      return held.isCopied;
    },
    leave,
  };
}
