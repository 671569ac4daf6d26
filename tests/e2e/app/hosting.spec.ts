import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf } from '../../support/account.ts';
import { BUILT_SITE, buildSite } from '../../support/build-site.ts';
import { enterDemo } from '../../support/demo.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import type { PagesHost } from '../../support/pages-host.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { test as base, expect } from '../fixtures.ts';

/** A placeholder that a deployer may leave in place; the form reports it. */
const NO_CLIENT_ID = 'your-client-id-here';

/** The app under a path, on a host that serves files and nothing else. */
const test = base.extend<{ site: PagesHost }, { basePath: string; folder: string }>({
  basePath: ['/liner', { option: true, scope: 'worker' }],
  folder: [
    async ({ basePath }, use) => {
      const options = { BASE_PATH: basePath, VITE_SPOTIFY_CLIENT_ID: NO_CLIENT_ID };
      const folder = await buildSite(options);
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  site: async ({ folder, basePath, hostPages, redirectUris }, use) => {
    const site = await hostPages(folder, `${basePath}/`);
    redirectUris.push(`${site.url}callback`);
    await use(site);
  },
});

// In series in one worker, for which the site is built once.
test.describe.configure({ mode: 'default' });

const HEADINGS = {
  playlists: 'Every Spotify playlist you have, on one page.',
  login: 'Every Spotify playlist you have, on one page.',
  flow: 'Login flow',
  'flow/steps': 'Login flow',
  'flow/result': 'Login flow',
  lab: 'What if…',
  privacy: 'Privacy and storage',
  callback: 'Nothing to finish here',
  'demo/authorize': 'Every Spotify playlist you have, on one page.',
};

test.describe('under a path, on a host like GitHub Pages', () => {
  test('[row 14] a login leads over the callback to the playlists, no Referer tells of the code, and each link and the log-out stay under the path', async ({
    page,
    site,
    spotify: _,
  }) => {
    await page.goto(site.url);
    await expect(page.getByText(`${site.url}callback`, { exact: true })).toBeVisible();
    const clientId = page.getByRole('textbox', { name: 'Client ID' });
    await expect(clientId).toHaveValue('');
    await expect(clientId).toHaveAccessibleDescription(/built into this site is invalid/);
    await expect(clientId).toHaveAccessibleDescription(/VITE_SPOTIFY_CLIENT_ID/);
    await submitLogInForm(page);
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    await expect(page).toHaveURL(`${site.url}playlists`);
    const callback = site.requests.filter(({ path }) => path.startsWith('/liner/callback?'));
    expect(callback).toHaveLength(1);
    await page.reload();
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    expect(site.requests.filter(({ referer }) => referer?.includes('?'))).toEqual([]);

    await page.getByRole('link', { name: 'Login flow' }).click();
    await expect(page).toHaveURL(`${site.url}flow`);
    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await expect(page).toHaveURL(`${site.url}playlists`);
    await logOut(page);
    await expect(clientId).toBeVisible();
    await expect(page).toHaveURL(site.url);
    await page.getByRole('link', { name: 'Login flow' }).click();
    await page.getByRole('link', { name: 'Liner Notes' }).click();
    await expect(page).toHaveURL(site.url);
  });

  test('every page is answered with 200 under its own address, and an unknown path with a page that leads back', async ({
    page,
    site,
    allowNetworkErrors,
  }) => {
    allowNetworkErrors();
    for (const [path, heading] of Object.entries(HEADINGS)) {
      await test.step(path, async () => {
        const response = await page.goto(site.url + path);
        expect(response?.status()).toBe(200);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        await expect(page).toHaveURL(site.url + path);
      });
    }
    const response = await page.goto(`${site.url}no/such/page`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.getByRole('link', { name: 'the home page' }).click();
    await expect(page).toHaveURL(site.url);
  });

  test('[row 54] the login form tells of an origin that others share, and only there', async ({
    page,
    site,
    allowHost,
  }) => {
    const shared = page.getByText('shares its web address with all other pages');
    const form = page.getByRole('region', { name: 'Log in with Spotify' });
    await page.goto(site.url);
    await expect(form).toBeVisible();
    await expect(page.getByRole('link', { name: 'Privacy and storage' })).toBeVisible();
    await expect(shared).toHaveCount(0);

    allowHost('owner.github.io');
    await page.route('https://owner.github.io/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: site.origin + pathname }) });
    });
    await page.goto('https://owner.github.io/liner/');
    await expect(form.filter({ has: shared })).toBeVisible();
    // The last element drawn: without it, requests would reach a closed host.
    await page.getByRole('link', { name: 'Privacy and storage' }).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
  });

  test('the demo works, every file comes from under the path, and none is missing', async ({
    page,
    site,
  }) => {
    await enterDemo(page, site.url);
    await expect(page).toHaveURL(`${site.url}playlists`);
    await expect(await openResult(page)).toBeVisible();
    expect(site.requests.filter(({ path }) => !path.startsWith('/liner/'))).toEqual([]);
    const answers = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => {
        const { name, responseStatus } = entry as PerformanceResourceTiming;
        return `${responseStatus} ${name}`;
      }),
    );
    expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);

    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await page.reload();
    await expect(playlistsPage(page).status).toHaveText('140 playlists');
    await page.getByRole('button', { name: 'Leave the demo' }).click();
    await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
    await expect(page).toHaveURL(site.url);
  });
});

test('[row 54] two deployments on one origin keep their logins and their demos apart', async ({
  page,
  folder: below,
  basePath,
  hostPages,
  redirectUris,
  spotify: _,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'liner-notes-neighbours-'));
  await cp(BUILT_SITE, folder, { recursive: true });
  await cp(below, join(folder, basePath), { recursive: true });
  const { url } = await hostPages(folder, '/');
  redirectUris.push(`${url}callback`, `${url}liner/callback`);
  const { status } = playlistsPage(page);

  await page.goto(`${url}liner/`);
  await submitLogInForm(page);
  await expect(status).toHaveText('120 playlists');

  await enterDemo(page, url);
  await page.goto(`${url}liner/playlists`);
  await expect(status).toHaveText('120 playlists');
  await page.goto(`${url}playlists`);
  await expect(status).toHaveText('140 playlists');
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await expect(accountOf(page)).toHaveCount(0);

  await submitLogInForm(page);
  await expect(status).toHaveText('120 playlists');
  await logOut(page);
  await expect(accountOf(page)).toHaveCount(0);
  await page.goto(`${url}liner/playlists`);
  await expect(status).toHaveText('120 playlists');
  await logOut(page);
  await expect(accountOf(page)).toHaveCount(0);

  await enterDemo(page, url);
  await enterDemo(page, `${url}liner/`);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await page.goto(`${url}playlists`);
  await expect(status).toHaveText('140 playlists');

  await rm(folder, { recursive: true });
});
