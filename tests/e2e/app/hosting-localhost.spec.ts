import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** Everything stored for the origin at localhost; must be empty. */
async function keptAtLocalhost(page: Page, origin: string): Promise<unknown> {
  await page.goto(`${origin}/robots.txt`);
  return page.evaluate(async () => [
    await indexedDB.databases(),
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
  ]);
}

let localhost = '';

test.beforeEach(({ baseURL, allowHost, allowNetworkErrors }) => {
  // A text file names no icon, so Chromium asks for one that is not there.
  allowNetworkErrors();
  const url = new URL(baseURL ?? '');
  url.hostname = 'localhost';
  localhost = url.origin;
  allowHost(url.host);
});

test('[row 8] localhost moves to 127.0.0.1 with its path and query', async ({ page }) => {
  for (const path of ['/', '/playlists?sort=name#here', '/flow', '/privacy?x=1']) {
    await test.step(path, async () => {
      await page.goto(localhost + path);
      await expect(page).toHaveURL(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await keptAtLocalhost(page, localhost)).toEqual([[], {}, {}, '']);
    });
  }
});

test('[row 8, s19] an answer that comes to localhost loses its query and finishes nothing', async ({
  page,
  network,
  baseURL,
}) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(`${localhost}/callback?code=stolen&state=made-up#access_token=x`);
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  expect(
    addresses.filter((url) => url.startsWith(`${baseURL}`) && /stolen|token/.test(url)),
  ).toEqual([]);
  expect(await page.evaluate(() => document.referrer)).toBe('');
  expect(network.requests).toEqual([]);
  expect(await keptAtLocalhost(page, localhost)).toEqual([[], {}, {}, '']);
});
