import { aborted } from '../clock.ts';
import type { Channel, Locks, SessionMessage } from './types.ts';

/** Makes a lock within one page, for a page that shares its storage with no other page. */
export function makeInPageLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async request(name, { signal }, callback) {
      signal.throwIfAborted();
      const before = tails.get(name) ?? Promise.resolve();
      const turn = Promise.race([before, aborted(signal)]).then(callback);
      // The next request waits for both, also where this one was aborted while it waited.
      tails.set(name, Promise.allSettled([before, turn]));
      return turn;
    },
  };
}

/**
 * Makes channels between sessions in one page; each call of the returned function makes one more tab. As with
 * BroadcastChannel, a message reaches all tabs but its sender, asynchronously.
 */
export function makeInPageChannels(): () => Channel {
  const tabs: ((message: SessionMessage) => void)[][] = [];
  return () => {
    const own: ((message: SessionMessage) => void)[] = [];
    tabs.push(own);
    return {
      post(message) {
        const others = tabs.filter((tab) => tab !== own).flat();
        for (const listener of others) setTimeout(() => listener(message));
      },
      listen: (listener) => own.push(listener),
    };
  };
}
