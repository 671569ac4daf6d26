import type { LimitMemory, Limits } from '../../../src/spotify/limits.ts';

/**
 * Opens the limits that all tabs of a browser know; each call of what it gives is one more tab. As
 * with BroadcastChannel, what a tab writes reaches all but itself, and a little later.
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
