import type { Page } from '@playwright/test';
import { logOut } from '../../support/log-in-form.ts';
import { storedSession } from '../../support/stored.ts';
import { expect } from '../fixtures.ts';
import { test } from '../rig/rig-site.ts';

/** A plain frame, a sandboxed one that may run scripts, and one that may not. */
const FRAMES = ['plain', 'allow-scripts allow-same-origin', 'allow-scripts', ''];

/** Fills the page with a frame that shows an address, and waits until it has loaded. */
async function frame(page: Page, address: string, sandbox: string): Promise<void> {
  await page.evaluate(
    ([src, rights]) =>
      new Promise<void>((resolve) => {
        const element = document.createElement('iframe');
        if (rights !== 'plain') element.setAttribute('sandbox', rights);
        element.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
        element.addEventListener('load', () => resolve());
        element.src = src;
        document.body.replaceChildren(element);
      }),
    [address, sandbox] as const,
  );
}

/** Clicks at points all over the page, and returns its visible text and the number of visible controls. */
async function touchAll(page: Page): Promise<{ readonly text: string; readonly controls: number }> {
  for (const x of [40, 300, 640, 1000, 1150, 1200]) {
    for (const y of [20, 70, 200, 400]) await page.mouse.click(x, y);
  }
  const body = page.frameLocator('iframe').locator('body');
  // `innerText` is the rendered text.
  const text = (await body.innerText()).trim();
  const controls = page.frameLocator('iframe').locator('a, button, input, summary');
  return { text, controls: await controls.filter({ visible: true }).count() };
}

test('[row 30, row 45, s20] the right answer inside a frame of another site shows nothing and finishes nothing, and waits for its tab', async ({
  page,
  site,
  network,
  reachConsent,
  expectConsole,
  allowNetworkErrors,
}) => {
  expectConsole(/sandbox/i);
  // A sandboxed document has an opaque origin, and gets none of the page’s own files.
  allowNetworkErrors();
  const callback = await reachConsent(page);
  await page.goto(site.url);
  for (const sandbox of FRAMES) {
    await test.step(sandbox, async () => {
      await frame(page, callback.href, sandbox);
      const { text, controls } = await touchAll(page);
      // Without scripts the page has one sentence that says so.
      expect(text).toMatch(sandbox === '' ? /^Liner Notes runs .* with JavaScript\./ : /^$/);
      expect(controls).toBe(0);
    });
  }
  expect(network.requestsTo(/\/api\/token$/)).toEqual([]);
  await page.goto(callback.href);
  await expect(page.getByRole('table', { name: 'Playlists' })).toBeVisible();
});

test('[row 45] the framed page of whoever is logged in shows nothing, asks nothing, and no click logs out', async ({
  loggedIn: page,
  site,
  baseURL,
  network,
  expectConsole,
  allowNetworkErrors,
}) => {
  expectConsole(/sandbox/i);
  // A sandboxed document has an opaque origin, and gets none of the page’s own files.
  allowNetworkErrors();
  const { loginId } = await storedSession(page);
  await page.goto(site.url);
  const asked = network.requests.length;
  for (const path of ['', 'playlists']) {
    for (const sandbox of FRAMES) {
      await frame(page, baseURL + path, sandbox);
      expect((await touchAll(page)).controls, sandbox).toBe(0);
    }
  }
  expect(network.requests.length).toBe(asked);
  await page.goto('/playlists');
  expect((await storedSession(page)).loginId).toBe(loginId);
  await logOut(page);
});
