/** How a function waits for its turn among the tabs of this browser. */
export interface Turn {
  /** Name of what one tab does at a time. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** Called where another tab has its turn, before the wait. */
  readonly onWait: () => void;
}

/** Runs a function while no other tab runs it. @throws the signal's reason while it waits. */
export async function runInOneTab<T>(
  { name, signal, onWait }: Turn,
  work: () => Promise<T>,
): Promise<T> {
  // Old browsers have no Web Locks; a demo in memory has one page only.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return work();
  const isFree = await locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { result: await work() } : undefined,
  );
  if (isFree) return isFree.result;
  signal.throwIfAborted();
  onWait();
  return locks.request(name, { signal }, work);
}
