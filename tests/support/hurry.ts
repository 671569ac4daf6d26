import type { Page } from '@playwright/test';

/** How much of the page's time passes at once, in ms: little enough for real answers to arrive in time. */
const STEP_MS = 500;

/**
 * Lets the page's time pass fast while something is done, so that nobody waits for its waits; its
 * clock has to be installed before (`page.clock.install()`).
 */
export async function hurry<T>(page: Page, work: () => Promise<T>): Promise<T> {
  let isOver = false;
  const passing = (async () => {
    while (!isOver) await page.clock.runFor(STEP_MS);
  })();
  try {
    return await work();
  } finally {
    isOver = true;
    await passing;
  }
}
