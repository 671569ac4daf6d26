import type { Page, Request } from '@playwright/test';

/** Step of the page's clock, in ms: shorter than any of its timeouts. */
const STEP_MS = 500;

/** Real time between two steps, in which due tasks of the page run, in ms. */
const PAUSE_MS = 10;

/** Longest real wait for pending answers before the page's clock advances anyway, in ms. */
const ANSWERS_MS = 60;

const underWay = new WeakMap<Page, Set<Request>>();

/** Tracks the pending requests of a page; called before its first request, so that none is missed. */
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
 * Advances the page's clock fast while `work` runs, so that the test skips the page's waits; the clock has to be
 * installed before (`page.clock.install()`). Answers arrive in real time: while some are pending the clock advances
 * slowly, so that a busy computer does not look like a server that hangs.
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

/** Runs all other due tasks. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
