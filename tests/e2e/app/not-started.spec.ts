import type { Page, Route } from '@playwright/test';
import { BROWSERS } from '../../../.build/about.ts';
import { BUILT_SITE } from '../../support/build-site.ts';
import { isFirstScript, isLaterScript } from '../../support/built-scripts.ts';
import { tableIsFull } from '../../support/playlists-page.ts';
import { prerender } from '../../support/prerender.ts';
import { expect } from '../fixtures.ts';
import { test } from '../rig/rig-site.ts';

const LIMIT_MS = 5_000;

const sentence = (page: Page) => page.getByText('Liner Notes has not started.');
const reload = (page: Page) => page.getByRole('alert').getByRole('link', { name: 'Reload' });

/** Opens an address and holds its first script; returns the function that releases it. */
async function openHeld(page: Page, address: string) {
  let hold: (route: Route) => void = () => undefined;
  const held = new Promise<Route>((resolve) => {
    hold = resolve;
  });
  await page.route(isFirstScript, hold);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return async () => (await held).continue();
}

/** Stops the clock of pages that open from now on, until the test advances it. */
async function stopTime(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
}

test('a page whose first script is refused or cannot be read says so after five seconds, and "Reload" starts it', async ({
  page,
  allowNetworkErrors,
  expectConsole,
}) => {
  allowNetworkErrors();
  expectConsole(/SyntaxError|Unexpected|Invalid/);
  await stopTime(page);
  await test.step('a browser that cannot read it is told which ones can', async () => {
    await page.route(isFirstScript, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'const later = match (1) { };' }),
    );
    await page.goto('/');
    await page.clock.runFor(LIMIT_MS);
    const { firefox, safari, chrome } = BROWSERS;
    await expect(page.getByRole('alert')).toContainText(
      `It needs Chrome or Edge ${chrome}, Firefox ${firefox}, Safari ${safari} or newer.`,
    );
    await expect(reload(page)).toBeInViewport();
    await page.unroute(isFirstScript);
  });

  await test.step('refused', async () => {
    await page.route(isFirstScript, (route) => route.abort('blockedbyclient'));
    await page.goto('/privacy');
    await page.clock.runFor(LIMIT_MS - 1);
    await expect(sentence(page)).toBeHidden();
    await page.clock.runFor(1);
    await expect(page.getByRole('alert')).toContainText('Nothing is lost.');
    await expect(sentence(page)).toBeInViewport();
    await page.unroute(isFirstScript);
  });

  await test.step('started in time, and it never says that it has not', async () => {
    await reload(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy and storage');
    await expect(page).toHaveURL('/privacy');
    const changes = await page.evaluateHandle(() => {
      const seen: string[] = [];
      const watch = new MutationObserver(() => seen.push(document.body.innerText));
      for (const notice of document.querySelectorAll('[hidden]'))
        watch.observe(notice, { attributes: true });
      return seen;
    });
    await page.clock.runFor(2 * LIMIT_MS);
    expect(await changes.jsonValue()).toEqual([]);
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(sentence(page)).toBeHidden();
  });

  await test.step('started late, with a part missing, which is said instead', async () => {
    await page.route(isLaterScript, (route) => route.abort());
    const letThrough = await openHeld(page, '/privacy');
    await page.clock.runFor(LIMIT_MS);
    await expect(sentence(page)).toBeVisible();
    await letThrough();
    await expect(page.getByRole('alert')).toHaveText(
      /^\s*A part of this page did not load or failed/,
    );
  });
});

test('[row 13] a first script that comes late to the callback finishes the login and takes the sentence back', async ({
  page,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  await stopTime(page);
  const letThrough = await openHeld(page, callback.href);
  await page.clock.runFor(LIMIT_MS);
  await expect(sentence(page)).toBeVisible();
  await letThrough();
  await page.clock.resume();
  await tableIsFull(page);
  await expect(page).toHaveURL('/playlists');
  await expect(sentence(page)).toBeHidden();
});

test('a prerendered page counts from the moment it is looked at', async ({ page }) => {
  const { show } = await prerender(page);
  await stopTime(page);
  await openHeld(page, '/');
  await page.clock.runFor(2 * LIMIT_MS);
  await expect(sentence(page)).toBeHidden();
  await show();
  await page.clock.runFor(LIMIT_MS - 1);
  await expect(sentence(page)).toBeHidden();
  await page.clock.runFor(1);
  await expect(sentence(page)).toBeVisible();
});

test('[row 45] inside another site a page that does not start says nothing', async ({
  page,
  site,
  hostPages,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  // A host without headers, since `frame-ancestors` would refuse the frame before the page can.
  const app = await hostPages(BUILT_SITE, '/');
  await stopTime(page);
  await page.route(isFirstScript, (route) => route.abort());
  await page.goto(site.url);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.replaceChildren(frame);
  }, app.url);
  const body = page.frameLocator('iframe').locator('body');
  await expect(body).toContainText('has not started');
  await page.clock.runFor(LIMIT_MS);
  expect((await body.innerText()).trim()).toBe('');
});
