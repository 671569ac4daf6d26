/** Tells the time and waits; passed in wherever time matters, so that tests own it. */
export interface Clock {
  /** Wall clock time in ms since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

/** Runs work under a signal that aborts after `ms` milliseconds or with one of the given signals. */
export async function withTimeLimit<T>(
  clock: Clock,
  ms: number,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const done = new AbortController();
  clock.sleep(ms, done.signal).then(
    () => limit.abort(new DOMException('out of time', 'TimeoutError')),
    () => undefined,
  );
  try {
    return await work(anySignal([limit.signal, ...signals]));
  } catch (error) {
    // Whatever an abort made of the work, its reason is what the caller gave.
    for (const signal of signals) signal.throwIfAborted();
    throw error;
  } finally {
    // A reason of its own, since the browser would make an error with a stack for each request.
    done.abort('done');
  }
}

/** Gives a signal that aborts with the first of the given ones, and with its reason. */
export function anySignal(signals: readonly AbortSignal[]): AbortSignal {
  // Browsers have it since Safari 17.4.
  if ('any' in AbortSignal) return AbortSignal.any([...signals]);
  const first = new AbortController();
  for (const signal of signals) {
    const abort = () => first.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { signal: first.signal });
  }
  return first.signal;
}

/** Rejects with the signal's reason when it aborts, for work that knows no signal itself. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
