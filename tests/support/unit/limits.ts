import type { LimitMemory, Limits } from '../../../src/spotify/limits.ts';

/**
 * Opens the limits shared by all tabs of a browser; each call of the returned function is one more tab. As with
 * BroadcastChannel, a tab's write reaches all other tabs, asynchronously.
 */
export function openLimits(): () => LimitMemory {
  let stored: Limits | undefined;
  const tabs: ((limits: Limits) => void)[][] = [];
  return () => {
    const own: ((limits: Limits) => void)[] = [];
    tabs.push(own);
    return {
      read: async () => stored,
      write(limits) {
        stored = limits;
        const others = tabs.filter((tab) => tab !== own).flat();
        for (const listener of others) queueMicrotask(() => listener(limits));
      },
      listen: (listener) => own.push(listener),
    };
  };
}
