import type { Page } from '@playwright/test';
import { collectGarbage, usedHeap } from './weight.ts';

/** How far a page's JavaScript heap grew, garbage that waits for its collection included. */
export interface HeapGrowth {
  /** After a forced collection, before anything was done. */
  readonly idleBytes: number;
  readonly peakBytes: number;
}

/** Time between two looks at the heap, in ms. */
const LOOK_MS = 25;

/**
 * Collects what is garbage, and looks at the heap again and again from then on, from outside of the
 * page; the function that it gives ends that and tells what was seen.
 */
export async function watchHeap(page: Page): Promise<() => Promise<HeapGrowth>> {
  const devtools = await page.context().newCDPSession(page);
  await collectGarbage(devtools);
  const idleBytes = await usedHeap(devtools);
  let peakBytes = idleBytes;
  let isOver = false;

  async function look(): Promise<void> {
    while (!isOver) {
      peakBytes = Math.max(peakBytes, await usedHeap(devtools));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  const looking = look();
  return async () => {
    isOver = true;
    await looking;
    await devtools.detach();
    return { idleBytes, peakBytes };
  };
}
