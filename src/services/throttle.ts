import type { Clock } from '../clock.ts';

/** A function that is called with many values and uses few of them. */
export interface Throttled<T> {
  /** Takes a value, which is used soon unless another one comes before. */
  (value: T): void;
  /** Uses the last value now, unless it was used. */
  readonly flush: () => void;
}

/** Makes a function that uses the last of the values it is given, at most once in so many ms. */
export function throttle<T>(clock: Clock, ms: number, use: (value: T) => void): Throttled<T> {
  let waiting: { readonly value: T } | undefined;

  function flush(): void {
    const last = waiting;
    waiting = undefined;
    if (last) use(last.value);
  }
  function take(value: T): void {
    const isDue = waiting !== undefined;
    waiting = { value };
    if (!isDue) void clock.sleep(ms).then(flush);
  }
  return Object.assign(take, { flush });
}
