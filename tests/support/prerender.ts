import type { Page } from '@playwright/test';

/** Makes pages that open from now on appear prerendered; returns a function that activates the current one. */
export async function prerender(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    let isPrerendering = true;
    Object.defineProperty(document, 'prerendering', { get: () => isPrerendering });
    document.addEventListener('test:show', () => {
      isPrerendering = false;
      document.dispatchEvent(new Event('prerenderingchange'));
    });
  });
  return () =>
    page.evaluate(() => {
      document.dispatchEvent(new Event('test:show'));
    });
}
