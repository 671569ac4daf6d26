import type { Page, Request } from '@playwright/test';

/** How much of the page's time passes at once, in ms: less than any of its waits for an answer. */
const STEP_MS = 500;

/** Real time between two such steps, in which the page does what has become due, in ms. */
const PAUSE_MS = 10;

/** Longest real wait for answers on their way before the page's time goes on all the same, in ms. */
const ANSWERS_MS = 60;

const underWay = new WeakMap<Page, Set<Request>>();

/** Follows which requests of a page wait for their answer; from its beginning, so that none is missed. */
export function followAnswers(page: Page): Set<Request> {
  const known = underWay.get(page);
  if (known) return known;
  const requests = new Set<Request>();
  underWay.set(page, requests);
  const end = (request: Request) => requests.delete(request);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', end).on('requestfailed', end);
  return requests;
}

/**
 * Lets the page's time pass fast while something is done, so that nobody waits for its waits; its
 * clock has to be installed before (`page.clock.install()`). Answers come in real time: while some
 * are on their way the page's time goes slowly, so that a busy computer is not taken for a hanging
 * server.
 */
export async function hurry<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const requests = followAnswers(page);
  let isOver = false;
  const passing = (async () => {
    while (!isOver) {
      await page.clock.runFor(STEP_MS);
      const began = Date.now();
      await pause(PAUSE_MS);
      while (!isOver && requests.size > 0 && Date.now() < began + ANSWERS_MS) await pause(1);
    }
  })();
  try {
    return await work();
  } finally {
    isOver = true;
    await passing;
  }
}

/** Lets everything else that is due run. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
