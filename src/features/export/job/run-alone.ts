/** Signals that an export runs in another tab: one at a time, because all tabs share one rate limit. */
export class ExportElsewhereError extends Error {
  override readonly name = 'ExportElsewhereError';
}

/** Runs a function under a Web Lock, so that only one tab runs it at a time. */
export async function runAlone(name: string, work: () => Promise<void>): Promise<void> {
  // Old browsers have no Web Locks; a demo in memory has one page only.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return work();
  await locks.request(`${name}:export`, { ifAvailable: true }, (lock) => {
    if (!lock) throw new ExportElsewhereError();
    return work();
  });
}
