import type { CDPSession, Page } from '@playwright/test';

/** Memory and DOM size of a page with its complete table. */
export interface Weight {
  readonly nodes: number;
  /** JavaScript heap in use after a forced collection. */
  readonly heapBytes: number;
}

/** Measures a page in its present state. */
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
  // The second collection frees objects finalised by the first one.
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.disable');
}

/** Gives the JavaScript heap in use, uncollected garbage included, in bytes. */
export async function usedHeap(devtools: CDPSession): Promise<number> {
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}
