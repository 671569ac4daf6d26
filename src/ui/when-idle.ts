import type { Clock } from '../clock.ts';

/** Interval of polling, and delay before the first poll, in ms. */
const LOOK_MS = 1_500;

/** Longest wait, in ms. */
const LONGEST_MS = 9_000;

/** Resolves once no element of the page has `aria-busy`, so that further code does not delay the rows. */
export async function whenIdle(clock: Clock): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_MS) {
    await clock.sleep(LOOK_MS);
    if (!document.querySelector('[aria-busy=true]')) return;
  }
}
