import type { Clock } from '../clock.ts';

/** Time between two looks, and before the first one, in ms. */
const LOOK_MS = 1_500;

/** From then on nothing is waited for any longer, in ms. */
const LONGEST_MS = 9_000;

/** Resolves once nothing in the page is loading any more: what is loaded then is in nobody's way. */
export async function settled(clock: Clock): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_MS) {
    await clock.sleep(LOOK_MS);
    if (!document.querySelector('[aria-busy=true]')) return;
  }
}
