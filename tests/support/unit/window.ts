import { onTestFinished, vi } from 'vitest';

/** What a test can do to the window of a page. */
export interface TestWindow {
  /** Calls the listeners of an event, such as `online`. */
  dispatch(type: string): void;
}

/** Runs in a lock; `null` where another page holds it. */
type Work = (lock: object | null) => unknown;

/** Puts a window with Web Locks around all pages of one test. */
export function useWindow(): TestWindow {
  const events = new EventTarget();
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('navigator', { locks: makeLocks() });
  onTestFinished(() => void vi.unstubAllGlobals());
  return { dispatch: (type) => void events.dispatchEvent(new Event(type)) };
}

/** Makes the part of Web Locks that this app uses. */
function makeLocks() {
  const tails = new Map<string, Promise<unknown>>();
  async function request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    work: Work,
  ): Promise<unknown> {
    const before = tails.get(name);
    if (options.ifAvailable && before) return work(null);
    let leave = () => {};
    const held = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const tail = Promise.all([before, held]);
    tails.set(name, tail);
    try {
      await Promise.race([before, abortOf(options.signal)]);
      return await work({ name });
    } finally {
      leave();
      void tail.then(() => tails.get(name) === tail && tails.delete(name));
    }
  }
  return { request };
}

/** Rejects when the signal aborts. */
function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}
