/** A request in flight, and how many callers wait for its answer. */
interface Shared {
  readonly stop: AbortController;
  users: number;
  readonly answer: Promise<unknown>;
}

/** Sends a request, or joins the one in flight for the same address. */
export type RequestDedupe = <T>(
  url: string,
  signal: AbortSignal,
  send: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** Dedupes concurrent requests; one is aborted when its last caller has aborted. */
export function makeRequestDedupe(): RequestDedupe {
  const underWay = new Map<string, Shared>();

  function start(url: string, send: (signal: AbortSignal) => Promise<unknown>): Shared {
    const stop = new AbortController();
    const begun = { stop, users: 0, answer: send(stop.signal) };
    const end = () => underWay.get(url) === begun && underWay.delete(url);
    begun.answer.then(end, end);
    underWay.set(url, begun);
    return begun;
  }

  return async <T>(
    url: string,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const shared = underWay.get(url) ?? start(url, send);
    shared.users += 1;
    // Removes the listener from a signal that outlives many requests.
    const over = new AbortController();
    const left = new Promise<never>((_, reject) => {
      const leave = () => reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true, signal: over.signal });
    });
    try {
      signal.throwIfAborted();
      // Each address has one parser, so its answer has one type.
      return await Promise.race([shared.answer as Promise<T>, left]);
    } finally {
      over.abort('over');
      shared.users -= 1;
      if (shared.users === 0) {
        if (underWay.get(url) === shared) underWay.delete(url);
        shared.stop.abort();
      }
    }
  };
}
