import type { Page, Request } from '@playwright/test';

/** How much of the page's time passes at once, in ms: less than any of its waits for an answer. */
const STEP_MS = 500;

/** Longest real wait for answers on their way before the page's time goes on all the same, in ms. */
const ANSWERS_MS = 25;

/**
 * Lets the page's time pass fast while something is done, so that nobody waits for its waits; its
 * clock has to be installed before (`page.clock.install()`). Answers come in real time: while some
 * are on their way the page's time goes slowly, so that a busy computer is not taken for a hanging
 * server.
 */
export async function hurry<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const underWay = new Set<Request>();
  const begin = (request: Request) => underWay.add(request);
  const end = (request: Request) => underWay.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  let isOver = false;
  const passing = (async () => {
    while (!isOver) {
      await page.clock.runFor(STEP_MS);
      const began = Date.now();
      while (!isOver && underWay.size > 0 && Date.now() < began + ANSWERS_MS) await turn();
    }
  })();
  try {
    return await work();
  } finally {
    isOver = true;
    await passing;
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
}

/** Lets everything else that is due run first. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
