import type { Page } from 'puppeteer-core';

const PATIENCE_MS = 30_000;

/** A page of the app that Lighthouse judges. */
export interface JudgedPage {
  readonly name: string;
  /** Whether what the browser keeps is part of the page and has to outlast each run. */
  readonly keepsStorage: boolean;
  /** Brings a new tab to where the page can be opened by its address, which it gives. */
  reach(tab: Page, site: string): Promise<string>;
}

/** The pages that are judged, in this order. */
export const JUDGED_PAGES: readonly JudgedPage[] = [
  {
    name: 'Welcome page',
    keepsStorage: false,
    reach: async (_, site) => site,
  },
  {
    name: 'Table of the demo',
    keepsStorage: true,
    async reach(tab, site) {
      tab.setDefaultTimeout(PATIENCE_MS);
      await tab.goto(site);
      await tab.locator('::-p-aria([name="Try the demo"][role="link"])').click();
      await tab.locator('::-p-aria([name="Agree"][role="button"])').click();
      await tab.locator('::-p-text(140 playlists)').wait();
      return tab.url();
    },
  },
];
