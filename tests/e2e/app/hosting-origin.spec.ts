import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { buildSite } from '../../support/build-site.ts';
import { CLIENT_ID } from '../../support/client-id.ts';
import { enterDemo } from '../../support/demo.ts';
import { clientIdBoxOf, logOut } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import type { Network } from '../../support/network.ts';
import { playlistsPage, tableIsFull } from '../../support/playlists-page.ts';
import { test as base, expect } from '../fixtures.ts';

const HOST = 'owner.github.io';
const ORIGIN = `https://${HOST}`;
const BASE_PATH = '/liner/';
/** The Client ID of the build, as a deployer may paste it. */
const BUILT_IN = ` ${CLIENT_ID.toUpperCase()} `;
const OWN = 'b'.repeat(32);

/** A script that changes the page where it runs. */
const SOMEBODY_ELSES = 'document.title = "taken over"';

/** Markup that loads a file of another deployment on the same origin. */
const MARKUP = {
  'a script': '<script src="/other-page/evil.js"></script>',
  'a module': '<script type="module" src="/other-page/evil.js"></script>',
  'a module preloaded beside': '<link rel="modulepreload" href="/other-page/evil.js">',
  'a script that only begins like ours': '<script src="/liner/assets-of-another/evil.js"></script>',
};

/** The app built as by the Pages workflow: with a Client ID, for an origin shared with others. */
const test = base.extend<{ home: string; markup: { text: string } }, { folder: string }>({
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
    async ({}, use) => {
      const folder = await buildSite({
        SITE_ORIGIN: ORIGIN,
        BASE_PATH,
        VITE_SPOTIFY_CLIENT_ID: BUILT_IN,
      });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  markup: async ({}, use) => use({ text: '' }),
  home: async ({ folder, markup, network, redirectUris, hostPages, allowHost }, use) => {
    const site = await hostPages(folder, BASE_PATH);
    network.hosts.set(HOST, async ({ url }) => {
      const { pathname } = new URL(url);
      if (/evil\.js$/.test(pathname))
        return new Response(SOMEBODY_ELSES, { headers: { 'content-type': 'text/javascript' } });
      const headers = { 'accept-encoding': 'identity' };
      const answer = await fetch(site.origin + pathname, { headers });
      if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer;
      const html = (await answer.text()).replace('</title>', `</title>${markup.text}`);
      return new Response(html, { headers: { 'content-type': 'text/html' } });
    });
    redirectUris.push(`${ORIGIN}${BASE_PATH}callback`);
    allowHost(HOST);
    await use(ORIGIN + BASE_PATH);
  },
});
test.use({
  foreignHosts: [HOST],
  spotifyOptions: async ({ redirectUris }, use) =>
    use({ clients: [CLIENT_ID, OWN].map((clientId) => ({ clientId, redirectUris })) }),
});
test.describe.configure({ mode: 'default' });

const logIn = (page: Page) => page.getByRole('button', { name: 'Log in with Spotify' });
const forget = (page: Page) => page.getByRole('button', { name: 'Forget this Client ID' });

/** The Client ID of the last login. */
function loginId(network: Network): string | null {
  const request = network.requestsTo(/\/authorize\?/).at(-1);
  return new URL(request?.url ?? '').searchParams.get('client_id');
}

test('[row 49] a page that knows its origin and its Client ID starts, logs in with it or with one’s own, and shows the demo with its own scripts', async ({
  page,
  home,
  network,
  spotify: _,
}) => {
  test.slow();
  const box = clientIdBoxOf(page);
  await page.goto(home);
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute(
    'content',
    /script-src https:\/\/owner\.github\.io\/liner\/assets\/( 'sha256-[^']*')+;/,
  );
  await test.step('the box has the built-in Client ID, says where it comes from, and it logs in', async () => {
    await expect(box).toHaveValue(CLIENT_ID);
    await expect(box).toHaveAccessibleDescription(
      'Built into this site. You can use your own instead.',
    );
    await expect(forget(page)).toHaveCount(0);
    await expect(logIn(page)).toHaveClass(/button-primary/);
    await logIn(page).click();
    await tableIsFull(page);
    expect(loginId(network)).toBe(CLIENT_ID);
    await expect(await openResult(page)).toBeVisible();
    await logOut(page);
  });
  await test.step('one’s own is preferred, until it is forgotten', async () => {
    await box.fill(OWN);
    await logIn(page).click();
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    expect(loginId(network)).toBe(OWN);
    await logOut(page);
    await expect(box).toHaveValue(OWN);
    await forget(page).click();
    await expect(box).toHaveValue(CLIENT_ID);
    await page.reload();
    await expect(box).toHaveValue(CLIENT_ID);
  });
  await enterDemo(page, home);
});

test('[row 49] on an origin that others share, no script of theirs runs', async ({
  page,
  home,
  markup,
  expectConsole,
  allowNetworkErrors,
}) => {
  expectConsole(/Content Security Policy|securitypolicyviolation/i);
  allowNetworkErrors();
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('securitypolicyviolation:')) reports.push(message.text());
  });
  for (const [what, text] of Object.entries(MARKUP)) {
    await test.step(what, async () => {
      markup.text = text;
      reports.length = 0;
      await page.goto(`${home}privacy`);
      await expect.poll(() => reports.join('\n')).toMatch(/: script-/);
      await expect(page).toHaveTitle('Privacy and storage · Liner Notes');
    });
  }
});
