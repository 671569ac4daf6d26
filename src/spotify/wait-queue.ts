import type { Clock } from '../clock.ts';

/** Where requests wait for their turn. */
export interface WaitingRoom {
  /** Waits until something changes, and no longer than so many ms; 0 means without end. Rejects with the signal's reason. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Lets everyone look whether it is their turn, in the order in which they came. */
  wake(): void;
}

/** Makes an empty waiting room. Nobody who leaves it leaves a timer or a listener behind. */
export function makeWaitingRoom(clock: Clock): WaitingRoom {
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
