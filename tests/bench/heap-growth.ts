import type { Page } from '@playwright/test';
import { collectGarbage, usedHeap } from './weight.ts';

/** Growth of a page's JavaScript heap, uncollected garbage included. */
export interface HeapGrowth {
  /** After a forced collection, before the measured work. */
  readonly idleBytes: number;
  readonly peakBytes: number;
}

/** Interval between two samples of the heap, in ms. */
const LOOK_MS = 25;

/**
 * Collects garbage, and samples the heap from then on, from outside the page; the returned function stops and gives
 * the result.
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
