import { anySignal } from '../clock.ts';

/**
 * Runs jobs concurrently up to a limit and yields each result as it arrives; jobs may be added meanwhile. The next
 * job starts when one ends, however long the caller takes over a result. When one fails or the caller stops
 * iterating, the signal of the others aborts.
 */
export async function* runConcurrently<Job, Result>(
  jobs: Job[],
  run: (job: Job, signal: AbortSignal) => Promise<Result>,
  atMost: number,
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const stop = new AbortController();
  const either = anySignal([signal, stop.signal]);
  const underWay = new Set<Promise<void>>();
  const results: Result[] = [];

  function startMore(): void {
    for (const job of jobs.splice(0, atMost - underWay.size)) {
      const ended = run(job, either).then((result) => {
        results.push(result);
        underWay.delete(ended);
        startMore();
      });
      // A failure is thrown after the results that arrived before it.
      ended.catch(() => undefined);
      underWay.add(ended);
    }
  }

  try {
    startMore();
    while (underWay.size > 0 || results.length > 0) {
      const result = results.shift();
      if (result === undefined) await Promise.race(underWay);
      else yield result;
      startMore();
    }
  } finally {
    stop.abort();
    // Only the first failure is thrown; the others are aborts from here.
    await Promise.allSettled(underWay);
  }
}
