import type { Clock } from '../../../clock.ts';

/** Time after which a tab that changes something is named, in ms: it may hang. */
const HELD_UP_MS = 20_000;

/**
 * Runs a function while no other tab of this deployment changes anything at Spotify. The lock is never stolen: a tab
 * that hangs may still have a request on its way. @throws the signal's reason while it waits.
 */
export async function withWriteLock<T>(
  options: {
    /** Name of the deployment. */
    readonly name: string;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    /** Told whether another tab holds up this one. */
    readonly onHeldUp: (isHeldUp: boolean) => void;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { clock, signal, onHeldUp } = options;
  // Old browsers have no Web Locks; a demo in memory has one page only.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return work();
  const got = new AbortController();
  clock.sleep(HELD_UP_MS, got.signal).then(
    () => onHeldUp(true),
    () => undefined,
  );
  try {
    return await locks.request(nameOf(options.name), { signal }, () => {
      got.abort();
      onHeldUp(false);
      return work();
    });
  } finally {
    got.abort();
    onHeldUp(false);
  }
}

/** Tells whether a tab of this deployment changes anything at Spotify now. */
export async function isWriting(name: string): Promise<boolean> {
  const locks: LockManager | undefined = navigator.locks;
  const { held = [] } = (await locks?.query()) ?? {};
  return held.some((lock) => lock.name === nameOf(name));
}

function nameOf(deployment: string): string {
  return `${deployment}:write`;
}
