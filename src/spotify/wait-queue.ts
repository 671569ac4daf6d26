import type { Clock } from '../clock.ts';

/** A queue of requests that wait for their turn. */
export interface WaitQueue {
  /** Waits for the next `wake`, at most `ms`; 0 means without a limit. Rejects with the signal's reason. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Wakes all in first-in, first-out order, each to check whether it may go. */
  wake(): void;
}

/** Makes an empty queue; a request that leaves it removes its timer and listener. */
export function makeWaitQueue(clock: Clock): WaitQueue {
  const waiting = new Set<() => void>();
  return {
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const over = new AbortController();
        const leave = () => {
          waiting.delete(leave);
          over.abort();
          if (signal.aborted) reject(signal.reason);
          else resolve();
        };
        waiting.add(leave);
        signal.addEventListener('abort', leave, { once: true, signal: over.signal });
        if (ms > 0) clock.sleep(ms, over.signal).then(leave, () => undefined);
      }),
    wake() {
      for (const leave of [...waiting]) leave();
    },
  };
}
