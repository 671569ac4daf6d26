/** Longest time that a slice of the work keeps the page from anything else, in ms; half a frame. */
const SLICE_MS = 8;

/**
 * Runs a generator to its end, and hands its result on: at once where one slice suffices, and else in slices; never once
 * the signal has aborted.
 */
export function runSoon<T>(
  work: Generator<void, T>,
  signal: AbortSignal,
  done: (result: T) => void,
): void {
  const end = performance.now() + SLICE_MS;
  while (performance.now() < end) {
    const step = work.next();
    if (step.done) {
      done(step.value);
      return;
    }
  }
  runInSlices(work, signal).then(done, (error) => {
    if (!signal.aborted) throw error;
  });
}

/** Runs a generator to its end in slices, between which the page draws and obeys. @throws the signal's reason. */
export async function runInSlices<T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    // A task of its own: a promise alone would go on within the same task.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }
}
