/** A promise that a test resolves by hand. */
export interface Latch {
  readonly opened: Promise<void>;
  open(): void;
}

/** Makes a closed latch. */
export function makeLatch(): Latch {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Runs all pending work that needs no time to pass. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

/** Returns a function that tells whether some work has settled, for tests that would otherwise never end. */
export function endOf(work: Promise<unknown>): () => boolean {
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
  };
  work.then(end, end);
  return () => hasEnded;
}
