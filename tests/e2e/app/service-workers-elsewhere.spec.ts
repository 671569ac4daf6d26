import { BUILT_SITE } from '../../support/build-site.ts';
import { enterDemo } from '../../support/demo.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage, tableIsFull } from '../../support/playlists-page.ts';
import { listIsKept, storedRecords } from '../../support/stored.ts';
import { test as base, expect } from '../fixtures.ts';
import { openEarlierApp } from './earlier-app.ts';

const HOST = 'liner.example';
const HOME = `https://${HOST}/`;
const SENTENCE = 'A service worker of another app sits between this page and Spotify';

/** The app on a public host, where a service worker may belong to another app in use. */
const test = base.extend<{ home: string }>({
  home: async ({ network, redirectUris, hostPages, allowHost }, use) => {
    const site = await hostPages(BUILT_SITE, '/');
    network.hosts.set(HOST, async ({ url }) => {
      const { pathname } = new URL(url);
      return fetch(site.origin + pathname, { headers: { 'accept-encoding': 'identity' } });
    });
    redirectUris.push(`${HOME}callback`);
    allowHost(HOST);
    await use(HOME);
  },
});
test.use({ foreignHosts: [HOST] });

test('[s21] elsewhere a service worker is left alone, and no login begins, finishes or is used', async ({
  page,
  context,
  network,
  home,
  reachConsent,
}) => {
  const returning = await context.newPage();
  const callback = await reachConsent(returning, home);
  await page.goto(home);
  await submitLogInForm(page);
  await tableIsFull(page);
  await listIsKept(page);
  const earlier = await openEarlierApp(context, home, 'passing');
  // Leave the app, so that it writes nothing more.
  await page.goto(`${home}robots.txt`);
  const kept = await storedRecords(page);
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(['session']));
  await earlier.registerWorker();
  const isElsewhere = ({ url }: { readonly url: string }) => new URL(url).host !== HOST;
  const before = network.requests.filter(isElsewhere).length;

  await returning.goto(callback.href);
  const alert = returning.getByRole('alert');
  await expect(alert).toContainText(SENTENCE);
  await expect(returning).toHaveURL(`${home}callback`);
  await returning.getByRole('button', { name: 'Log in again' }).click();
  await expect(alert).toContainText(SENTENCE);
  await submitLogInForm(returning);
  await returning.goto(`${home}playlists`);
  await expect(alert).toContainText(SENTENCE);
  expect(network.requests.filter(isElsewhere)).toHaveLength(before);
  expect(await storedRecords(returning)).toEqual(kept);
  expect(await earlier.registrations()).toBe(1);
  expect(await earlier.seen()).toContain(`GET ${callback.href}`);
});

test('[s21] elsewhere the demo works under a service worker of another app', async ({
  page,
  context,
  network,
  home,
}) => {
  const earlier = await openEarlierApp(context, home, 'passing');
  await earlier.registerWorker();
  await enterDemo(page, home);
  await page.reload();
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
  expect(network.requests.filter(({ url }) => !url.startsWith(home))).toEqual([]);
  expect(await earlier.registrations()).toBe(1);
});
