import type { CDPSession, Page } from '@playwright/test';

/** What a page with its full table costs the computer. */
export interface Weight {
  readonly nodes: number;
  /** JavaScript heap in use after a forced collection. */
  readonly heapBytes: number;
}

/** Weighs a page as it is. */
export async function weigh(page: Page): Promise<Weight> {
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  return { nodes, heapBytes: await heapAfterCollection(page) };
}

async function heapAfterCollection(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  try {
    await collectGarbage(devtools);
    return await usedHeap(devtools);
  } finally {
    await devtools.detach();
  }
}

/** Forces the collection of all garbage. */
export async function collectGarbage(devtools: CDPSession): Promise<void> {
  await devtools.send('HeapProfiler.enable');
  // What the first collection finalises, the second one frees.
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.disable');
}

/** Gives the JavaScript heap in use, garbage that waits for its collection included, in bytes. */
export async function usedHeap(devtools: CDPSession): Promise<number> {
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}
