import type { Page } from '@playwright/test';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { prerender } from '../../support/prerender.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;

/** Every place of the page that reveals its address, or a former one. */
function addressesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    location.href,
    document.URL,
    document.baseURI,
    document.referrer,
    ...window.navigation.entries().map(({ url }) => url ?? ''),
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ]);
}

const isSecret = (address: string) => /[?&#](code|state|error|iss|utm_source)=/.test(address);

test('[row 13, s18] after a login, with parameters that others added, no address of the page or its history holds the code', async ({
  page,
  reachConsent,
}) => {
  await page.goto(`${(await reachConsent(page)).href}&utm_source=mail&fbclid=1`);
  await expect(tableOf(page)).toBeVisible();
  await expect(page).toHaveURL('/playlists');
  expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
});

test('[row 13, s18] what a mail scanner added to the callback is ignored and stripped', async ({
  page,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  callback.searchParams.append('utm_source', 'mail');
  callback.searchParams.append('fbclid', 'x'.repeat(80));
  network.break(TOKEN, 'hang');
  await page.goto(`${callback.href}#_=_`);
  await expect(page.getByRole('heading', { name: 'Logging in' })).toBeVisible();
  await expect(page).toHaveURL('/callback');
  expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
});

/** Responses that finish no login, by their difference from a valid one. */
const FAILING_ANSWERS = {
  'a refusal': { error: 'access_denied', code: undefined },
  'a fault of the server': { error: 'server_error', code: undefined },
  'a code that Spotify refuses': { code: 'made-up' },
  'a foreign state': { state: 'foreign' },
  'a foreign issuer': { iss: 'https://evil.example' },
};

test('[row 13] after an answer that finishes no login no address of the page or its history holds it', async ({
  page,
  allowNetworkErrors,
  reachConsent,
}) => {
  allowNetworkErrors();
  for (const [what, query] of Object.entries(FAILING_ANSWERS)) {
    await test.step(what, async () => {
      const callback = await reachConsent(page);
      for (const [name, value] of Object.entries(query)) {
        if (value === undefined) callback.searchParams.delete(name);
        else callback.searchParams.set(name, value);
      }
      await page.goto(callback.href);
      await expect(page.getByRole('button', { name: 'Log in again' })).toBeVisible();
      await expect(page).toHaveURL('/callback');
      expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
    });
  }
});

test('[row 13] after a token request that the network broke no address holds the code', async ({
  page,
  network,
  allowNetworkErrors,
  reachConsent,
}) => {
  allowNetworkErrors();
  for (const fault of ['429-without-cors', 'drop-connection', 'truncate-body'] as const) {
    await test.step(fault, async () => {
      const callback = await reachConsent(page);
      network.break(TOKEN, fault, { times: Number.POSITIVE_INFINITY });
      await page.goto(callback.href);
      await expect(page.getByRole('alert')).toContainText('could not be reached');
      await expect(page).toHaveURL('/callback');
      expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
      network.mend();
    });
  }
});

test('[row 14] the host of the pages gets no Referer that holds the code', async ({
  page,
  spotify,
  redirectUris,
  hostPages,
}) => {
  const host = await hostPages('dist', '/');
  redirectUris.push(`${host.origin}/callback`);
  await page.goto(host.url);
  await submitLogInForm(page);
  await expect(tableOf(page)).toBeVisible();
  expect(spotify.requests.filter(({ step }) => step === 'token')).toHaveLength(1);
  const callback = host.requests.findIndex(({ path }) => path.startsWith('/callback?code='));
  expect(callback).toBeGreaterThan(0);
  // Requests of the callback page itself could reveal it.
  expect(host.requests.length).toBeGreaterThan(callback + 1);
  expect(host.requests.filter(({ referer }) => referer?.includes('code='))).toEqual([]);
});

test('[row 15] the callback page asks nobody but its own host and the token endpoint', async ({
  page,
  baseURL,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  network.break(TOKEN, 'hang');
  await page.goto(callback.href);
  await expect(page.getByRole('heading', { name: 'Logging in' })).toBeVisible();
  await expect.poll(() => network.requestsTo(TOKEN)).toHaveLength(1);
  const elsewhere = asked.filter((url) => !url.startsWith(baseURL ?? ''));
  expect(elsewhere).toEqual(['https://accounts.spotify.com/api/token']);
});

test('[row 31] a page that is prerendered spends no code until it is shown', async ({
  page,
  network,
  reachConsent,
}) => {
  const { href } = await reachConsent(page);
  const show = await prerender(page);
  await page.goto(href);
  await page.waitForLoadState('networkidle');
  expect(network.requestsTo(TOKEN)).toEqual([]);
  await show();
  await expect(tableOf(page)).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
});

const OTHER_PATHS = ['/callback/', '/Callback', '/', '/callback/x', '/playlists', '/demo/callback'];

test('[s19] an answer that comes to another path is not taken for a callback', async ({
  page,
  network,
  reachConsent,
}) => {
  const { search, href } = await reachConsent(page);
  for (const path of OTHER_PATHS) {
    await test.step(path, async () => {
      await page.goto(path + search);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
  await page.waitForLoadState('networkidle');
  expect(network.requestsTo(TOKEN)).toEqual([]);
  // The pending login is still stored for its real response.
  await page.goto(href);
  await expect(tableOf(page)).toBeVisible();
});

test('[s19] an answer that comes to localhost loses its code and logs nobody in', async ({
  page,
  baseURL,
  network,
  allowHost,
  reachConsent,
}) => {
  const { search } = await reachConsent(page);
  const elsewhere = new URL(`/callback${search}`, baseURL);
  elsewhere.hostname = 'localhost';
  allowHost(elsewhere.host);
  await page.goto(elsewhere.href);
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toEqual([]);
  expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
});
