import type { Browser } from '@playwright/test';
import type { RecordedRequest } from '../support/loopback-server.ts';
import type { PagesHost } from '../support/pages-host.ts';
import { inNewContext } from './log-in.ts';

/** Longest wait for the last answer, in ms. */
const LIMIT_MS = 300_000;

/** Sends the same requests from the reference page, and gives the time until the last answer. */
export async function askAlone(
  browser: Browser,
  site: PagesHost,
  requests: readonly RecordedRequest[],
): Promise<number> {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    await page.goto(`${site.url}export.html`);
    const addresses = requests.map(({ url }) => url);
    const authorization = requests[0]?.headers.get('authorization') ?? '';
    await page.evaluate((given) => Reflect.get(window, 'prepare')(...given), [
      addresses,
      authorization,
    ] as const);
    await page.getByRole('button', { name: 'Ask' }).focus();
    const all = page.waitForEvent('console', {
      predicate: (message) => message.text() === 'all-answers',
      timeout: LIMIT_MS,
    });
    const began = performance.now();
    await page.keyboard.press('Enter');
    await all;
    return performance.now() - began;
  });
}
