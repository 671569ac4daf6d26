import type { Page, Route } from '@playwright/test';
import { BUILT_SITE } from '../../support/build-site.ts';
import { hurry } from '../../support/hurry.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

/** Serves matching files with a changed body, as a compromised host or cache would. */
async function change(
  page: Page,
  address: RegExp,
  changed: (body: string) => string,
): Promise<void> {
  await page.route(address, async (route: Route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      // Not cached, so that the original is served later.
      'cache-control': 'no-store',
      // The page's own policy refuses, also where a host sends no headers.
      'content-security-policy': '',
    };
    await route.fulfill({ response, headers, body: changed(await response.text()) });
  });
}

/** Injected markup that would change the page's title or look, and the directive that refuses it, by technique. */
const MARKUP = {
  'an inline script': ['script-src-elem', '<script>document.title = "taken over"</script>'],
  'an inline module': [
    'script-src-elem',
    '<script type="module">document.title = "taken over"</script>',
  ],
  'an inline handler': [
    'script-src-attr',
    '<img src="/nothing.png" onerror="document.title = \'taken over\'">',
  ],
  'a script of another site': [
    'script-src-elem',
    '<script src="https://evil.example/evil.js"></script>',
  ],
  'an import map': [
    'script-src-elem',
    '<script type="importmap">{"imports": {"/": "/other-page/"}}</script>',
  ],
  'a style': ['style-src-elem', '<style>body { display: none }</style>'],
  'a style sheet of another site': [
    'style-src-elem',
    '<link rel="stylesheet" href="https://evil.example/evil.css">',
  ],
  'another base': ['base-uri', '<base href="https://evil.example/">'],
  'a frame': ['frame-src', '<iframe src="/other-page/"></iframe>'],
  'a plugin': ['object-src', '<object data="/other-page/"></object>'],
} as const;

test('[row 47, row 49] markup that got into the page runs nothing, loads nothing, and is reported', async ({
  page,
  network,
  expectConsole,
  allowHost,
  allowNetworkErrors,
}) => {
  // Chromium's own messages about the same refusals.
  expectConsole(/Content Security Policy|securitypolicyviolation|import map/i);
  allowNetworkErrors();
  allowHost('evil.example');
  await page.route('**/other-page/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'document.title = "taken over"' }),
  );
  const reports: string[] = [];
  page.on('console', (message) => {
    const [, directive] = /^securitypolicyviolation: (\S+)/.exec(message.text()) ?? [];
    if (directive !== undefined) reports.push(directive);
  });
  const markup = Object.values(MARKUP);
  await change(page, /\/privacy$/, (html) =>
    html.replace('</title>', `</title>${markup.map(([, text]) => text).join('')}`),
  );
  await page.goto('/privacy');
  await expect.poll(() => reports.toSorted()).toEqual(markup.map(([name]) => name).toSorted());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy and storage');
  await expect(page).toHaveTitle('Privacy and storage · Liner Notes');
  expect(network.requests).toEqual([]);
});

test('[row 21, row 53] a page that opened this one and sends it to a forged answer changes nothing', async ({
  page,
  context,
  network,
  hostPages,
  redirectUris,
  spotify: _,
  allowHost,
}) => {
  allowHost('evil.example');
  // A host without headers, since an opener policy would part the two pages.
  const app = await hostPages(BUILT_SITE, '/');
  redirectUris.push(`${app.url}callback`);
  const html = { headers: { 'content-type': 'text/html' } };
  network.hosts.set(
    'evil.example',
    async () => new Response('<!doctype html><title>x</title>', html),
  );
  await page.goto('https://evil.example/');
  const opening = context.waitForEvent('page');
  await page.evaluate((address) => {
    Object.assign(window, { opened: window.open(address) });
  }, app.url);
  const victim = await opening;
  await submitLogInForm(victim);
  await expect(tableOf(victim)).toHaveAttribute('aria-busy', 'false');
  await expect.poll(async () => (await storedSession(victim)).account).not.toBeNull();
  const before = await storedSession(victim);
  const tokenRequests = network.requestsTo(/\/api\/token$/).length;

  // An opener can set the location of the window, and read nothing of it.
  const read = await page.evaluate(() => {
    // The window opened above.
    const { opened } = window as unknown as { opened: Window };
    try {
      return opened.document.title;
    } catch (error) {
      return (error as DOMException).name;
    }
  });
  expect(read).toBe('SecurityError');
  const forged = `${app.url}callback?code=evil&state=${'A'.repeat(43)}`;
  await page.evaluate((address) => {
    (window as unknown as { opened: Window }).opened.location.href = address;
  }, forged);
  await expect(victim.getByText('You are logged in as before.')).toBeVisible();
  await expect(victim).toHaveURL(`${app.url}playlists`);
  expect(network.requestsTo(/\/api\/token$/)).toHaveLength(tokenRequests);
  expect(await storedSession(victim)).toEqual(before);
  await expect(tableOf(victim)).toBeVisible();
});

test('[row 53] no link to another site hands over this page or its address', async ({
  page,
  spotify: _,
  logIn,
}) => {
  await page.clock.install();
  await page.goto('/callback?code=a&state=b');
  await expect(page.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
  await expect(page.locator('a[href^="http"]')).toHaveCount(0);
  await logIn(page);
  const foreign = new Set<string>();
  for (const path of ['/', '/playlists', '/liked', '/flow/result', '/privacy', '/nowhere']) {
    await page.goto(path);
    const foot = page.getByText('Data from Spotify');
    await hurry(page, () => foot.first().waitFor());
    const links = await page
      .locator('a[href^="http"]')
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]),
      );
    for (const [href, rel] of links) {
      expect(rel, `${path} ${href}`).toBe('noopener noreferrer');
      foreign.add(new URL(href ?? '').host);
    }
  }
  expect([...foreign].sort()).toEqual(['open.spotify.com', 'www.spotify.com']);
});
