import { keptByOrigin } from '../../support/demo.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';
import { openEarlierApp } from './earlier-app.ts';

const TOKEN = /\/api\/token$/;

const isToSpotify = (request: string) => /^\w+ https:\/\/\w+\.spotify\.com\//.test(request);

test('[s21] an earlier app that answers from its service worker gives way to this one', async ({
  page,
  context,
  baseURL: home = '',
}) => {
  const earlier = await openEarlierApp(context, home, 'caching');
  await earlier.registerWorker();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'An earlier app' })).toBeVisible();
  await earlier.leave();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await expect(page).toHaveURL('/');
  expect(await earlier.registrations()).toBe(0);
});

test('[s21] on loopback a page ends the service worker that controls it, and a login works', async ({
  page,
  context,
  baseURL: home = '',
  spotify: _,
  logIn,
}) => {
  const earlier = await openEarlierApp(context, home, 'passing');
  await earlier.registerWorker();
  await page.goto('/privacy?a=b');
  await expect(page.getByRole('heading', { name: 'Privacy' })).toBeVisible();
  await expect.poll(earlier.seen).toContain(`GET ${home}privacy?a=b`);
  await expect(page).toHaveURL('/privacy?a=b');
  expect(await earlier.registrations()).toBe(0);
  await logIn(page);
  expect((await earlier.seen()).filter(isToSpotify)).toEqual([]);
});

test('[s21] on loopback a login finishes although a service worker saw its answer, and leaves it nothing more', async ({
  page,
  context,
  network,
  baseURL: home = '',
  reachConsent,
}) => {
  const earlier = await openEarlierApp(context, home, 'passing');
  const callback = await reachConsent(page);
  await earlier.registerWorker();
  await page.goto(callback.href);
  await expect(tableOf(page)).toBeVisible();
  await expect.poll(earlier.seen).toContain(`GET ${callback.href}`);
  expect((await earlier.seen()).filter(isToSpotify)).toEqual([]);
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
  const sent = new URLSearchParams(network.requestsTo(TOKEN)[0]?.body);
  const kept = (await keptByOrigin(page)).join('\n');
  for (const secret of ['code', 'code_verifier']) {
    expect(sent.get(secret)).toBeTruthy();
    expect(kept).not.toContain(sent.get(secret));
  }
  expect(await earlier.registrations()).toBe(0);
});

test('[s21] a service worker that comes back after the reload makes no loop, and no login begins', async ({
  page,
  context,
  network,
  baseURL: home = '',
}) => {
  const earlier = await openEarlierApp(context, home, 'passing');
  await earlier.registerWorker();
  let reloads = 0;
  // Intercepts navigations that no worker answers; another tab of the earlier app registers its worker again first.
  await page.route(home, async (route) => {
    reloads += 1;
    await earlier.registerWorker();
    await route.fallback();
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('A service worker of another app');
  await submitLogInForm(page);
  // A pending login would have left the page by now.
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
  expect(reloads).toBe(1);
  expect(network.requests).toEqual([]);

  await page.unroute(home);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await keptByOrigin(page)).toEqual([]);
});
