import type { Page } from '@playwright/test';

/** A page that appears prerendered. */
export interface PrerenderedPage {
  /** Whether the page listens for its activation. */
  isWaiting(): Promise<boolean>;
  /** Activates the page. */
  show(): Promise<void>;
}

/** Makes pages that open from now on appear prerendered. */
export async function prerender(page: Page): Promise<PrerenderedPage> {
  await page.addInitScript(() => {
    let isPrerendering = true;
    const listen = document.addEventListener.bind(document);
    document.addEventListener = (...args: Parameters<typeof listen>) => {
      if (args[0] === 'prerenderingchange') Reflect.set(window, 'isWaiting', true);
      listen(...args);
    };
    Object.defineProperty(document, 'prerendering', { get: () => isPrerendering });
    document.addEventListener('test:show', () => {
      isPrerendering = false;
      document.dispatchEvent(new Event('prerenderingchange'));
    });
  });
  return {
    isWaiting: () => page.evaluate(() => Reflect.get(window, 'isWaiting') === true),
    show: () =>
      page.evaluate(() => {
        document.dispatchEvent(new Event('test:show'));
      }),
  };
}
