import { rm } from 'node:fs/promises';
import { buildSite } from '../../support/build-site.ts';
import { enterDemo } from '../../support/demo.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { playlistsPage, tableIsFull } from '../../support/playlists-page.ts';
import { test as base, expect } from '../fixtures.ts';

const HOST = 'owner.github.io';
const ORIGIN = `https://${HOST}`;
const BASE_PATH = '/liner/';

/** A script that changes the page where it runs. */
const SOMEBODY_ELSES = 'document.title = "taken over"';

/** Markup that loads a file of another deployment on the same origin. */
const MARKUP = {
  'a script': '<script src="/other-page/evil.js"></script>',
  'a module': '<script type="module" src="/other-page/evil.js"></script>',
  'a module preloaded beside': '<link rel="modulepreload" href="/other-page/evil.js">',
  'a script that only begins like ours': '<script src="/liner/assets-of-another/evil.js"></script>',
};

/** The app built as by the Pages workflow, for an origin shared with others. */
const test = base.extend<{ home: string; markup: { text: string } }, { folder: string }>({
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
    async ({}, use) => {
      const folder = await buildSite({ SITE_ORIGIN: ORIGIN, BASE_PATH });
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
test.use({ foreignHosts: [HOST] });
test.describe.configure({ mode: 'default' });

test('[row 49] a page that knows its origin starts, logs in and shows the demo with its own scripts', async ({
  page,
  home,
  spotify: _,
}) => {
  await page.goto(home);
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute(
    'content',
    /script-src https:\/\/owner\.github\.io\/liner\/assets\/( 'sha256-[^']*')+;/,
  );
  await submitLogInForm(page);
  await tableIsFull(page);
  await expect(await openResult(page)).toBeVisible();
  await logOut(page);
  await enterDemo(page, home);
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
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
