import lighthouse, { type Result } from 'lighthouse';
import type { Browser, Page } from 'puppeteer-core';
import type { JudgedPage } from './pages.ts';

/** Opens a page anew for each run and gives what Lighthouse, as a slow phone, says of it. */
export async function judge(
  browser: Browser,
  site: string,
  { keepsStorage, reach }: JudgedPage,
  runs: number,
): Promise<readonly Result[]> {
  // The demo belongs to its tab: all runs are made in the one that entered it.
  const tab = await browser.newPage();
  try {
    const address = await reach(tab, site);
    const results: Result[] = [];
    while (results.length < runs) results.push(await runOnce(tab, address, keepsStorage));
    return results;
  } finally {
    await tab.close();
  }
}

async function runOnce(tab: Page, address: string, keepsStorage: boolean): Promise<Result> {
  const flags = {
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    disableStorageReset: keepsStorage,
    logLevel: 'error' as const,
  };
  const run = await lighthouse(address, flags, undefined, tab);
  if (!run) throw new Error(`Lighthouse gave no result for ${address}.`);
  const { lhr } = run;
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  if (lhr.finalDisplayedUrl !== address)
    throw new Error(`${address} led to ${lhr.finalDisplayedUrl}.`);
  return lhr;
}
