import { aborted } from '../clock.ts';
import type { Locks } from './types.ts';

/** Makes a lock that holds within one page, for a page that shares its storage with no other. */
export function makeInPageLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async request(name, { signal }, callback) {
      signal.throwIfAborted();
      const before = tails.get(name) ?? Promise.resolve();
      const turn = Promise.race([before, aborted(signal)]).then(callback);
      // Whoever comes next waits for both, also when this one gave up waiting.
      tails.set(name, Promise.allSettled([before, turn]));
      return turn;
    },
  };
}
