/** At most this many requests for one list are under way at a time; more invites a rate limit. */
export const LIST_REQUESTS_IN_FLIGHT = 6;

/**
 * Runs jobs a few at a time and yields each result as it comes; jobs may be added meanwhile. When
 * one fails or the caller stops listening, the signal of the others aborts.
 */
export async function* aFewAtATime<Job, Result>(
  jobs: Job[],
  run: (job: Job, signal: AbortSignal) => Promise<Result>,
  atMost: number,
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const underWay = new Map<number, Promise<readonly [number, Result]>>();
  let started = 0;
  try {
    while (jobs.length > 0 || underWay.size > 0) {
      for (const job of jobs.splice(0, atMost - underWay.size)) {
        const number = started++;
        underWay.set(
          number,
          run(job, either).then((result) => [number, result]),
        );
      }
      const [number, result] = await Promise.race(underWay.values());
      underWay.delete(number);
      yield result;
    }
  } finally {
    stop.abort();
    // Only the first failure is told; the others are aborts of our own making.
    await Promise.allSettled(underWay.values());
  }
}
