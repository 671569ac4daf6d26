import type { Page } from '@playwright/test';
import { BUILT_SITE } from '../../support/build-site.ts';
import { logOut } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
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

/** Returns the visible text of the framed page and the number of its visible controls. */
async function shownIn(page: Page): Promise<{ readonly text: string; readonly controls: number }> {
  const body = page.frameLocator('iframe').locator('body');
  // `innerText` is the rendered text.
  const text = (await body.innerText()).trim();
  const controls = page.frameLocator('iframe').locator('a, button, input, summary');
  return { text, controls: await controls.filter({ visible: true }).count() };
}

/** Clicks at points all over the page. */
async function touchAll(page: Page): Promise<void> {
  for (const x of [40, 300, 640, 1000, 1150, 1200]) {
    for (const y of [20, 70, 200, 400]) await page.mouse.click(x, y);
  }
}

test('[row 30, row 45, s20] inside a frame of another site neither a callback nor the page of whoever is logged in shows, asks or does anything', async ({
  page,
  site,
  hostPages,
  redirectUris,
  network,
  reachConsent,
  expectConsole,
  allowNetworkErrors,
}) => {
  expectConsole(/sandbox/i);
  // A sandboxed document has an opaque origin, and gets none of the page’s own files.
  allowNetworkErrors();
  const expectNothing = async (address: string, sandbox: string) => {
    await frame(page, address, sandbox);
    const { text, controls } = await shownIn(page);
    // Without scripts the page has one sentence that says so.
    expect(text).toMatch(sandbox === '' ? /^Liner Notes runs .* needs JavaScript\./ : /^$/);
    expect(controls).toBe(0);
  };

  // A host without headers, since `frame-ancestors` would refuse the frame before the page can.
  const app = await hostPages(BUILT_SITE, '/');
  redirectUris.push(`${app.url}callback`);
  const callback = await reachConsent(page, app.url);
  await page.goto(site.url);
  for (const sandbox of FRAMES) {
    await test.step(`the right answer, ${sandbox}`, () => expectNothing(callback.href, sandbox));
  }
  expect(network.requestsTo(/\/api\/token$/)).toEqual([]);
  await page.goto(callback.href);
  await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  const { loginId } = await storedSession(page);

  await page.goto(site.url);
  const asked = network.requests.length;
  for (const sandbox of FRAMES.slice(0, 2)) {
    await test.step(`the playlists, ${sandbox}`, async () => {
      await expectNothing(`${app.url}playlists`, sandbox);
      await touchAll(page);
      expect((await shownIn(page)).controls).toBe(0);
    });
  }
  expect(network.requests.length).toBe(asked);
  await page.goto(`${app.url}playlists`);
  expect((await storedSession(page)).loginId).toBe(loginId);
  await logOut(page);
});

test('[row 45] a host that sends the headers of the build has the browser refuse the frame', async ({
  page,
  site,
  baseURL,
  expectConsole,
}) => {
  expectConsole(/frame-ancestors 'none'/);
  await page.goto(site.url);
  await frame(page, `${baseURL}playlists`, 'plain');
  await expect(page.frameLocator('iframe').getByText('Liner Notes')).toHaveCount(0);
  expect(page.frames().at(-1)?.url()).not.toContain('playlists');
});
