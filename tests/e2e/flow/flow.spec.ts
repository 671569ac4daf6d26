import type { Page } from '@playwright/test';
import { storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const HIDDEN = '••••••••';
const SCOPES = ['playlist-read-private', 'playlist-read-collaborative', 'user-library-read'];

/** The result of the login as displayed. */
async function shownResult(page: Page): Promise<unknown> {
  const result = page.getByRole('region', { name: 'Result' });
  return JSON.parse((await result.getByRole('code').textContent()) ?? '');
}

test.beforeEach(async ({ page, spotify: _, logIn }) => {
  await logIn(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
});

test('the result is the request and the response of the login, with the tokens hidden', async ({
  page,
  baseURL,
}) => {
  expect(await shownResult(page)).toEqual({
    request: { redirect_uri: `${baseURL}callback`, scopes: SCOPES },
    response: { access_token: HIDDEN, refresh_token: HIDDEN, expires_in: 3600 },
  });
  const { accessToken, refreshToken } = await storedSession(page);
  const html = await page.content();
  expect(html).not.toContain(accessToken);
  expect(html).not.toContain(refreshToken);
});

test('each token is revealed alone, and hidden again', async ({ page }) => {
  const { accessToken, refreshToken } = await storedSession(page);
  const response = async () => Object(await shownResult(page)).response;
  await page.getByRole('button', { name: 'Reveal access token' }).click();
  expect(await response()).toEqual({
    access_token: accessToken,
    refresh_token: HIDDEN,
    expires_in: 3600,
  });
  await page.getByRole('button', { name: 'Reveal refresh token' }).click();
  await page.getByRole('button', { name: 'Hide access token' }).click();
  expect(await response()).toEqual({
    access_token: HIDDEN,
    refresh_token: refreshToken,
    expires_in: 3600,
  });
  await page.getByRole('button', { name: 'Hide refresh token' }).click();
  expect(await page.content()).not.toContain(refreshToken);
});

test('the result copied is the result shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async () => {
    await page.getByRole('button', { name: 'Copy result' }).click();
    await expect(page.getByText('Copied')).toBeVisible();
    return JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  };
  expect(await copied()).toEqual(await shownResult(page));
  await page.getByRole('button', { name: 'Reveal access token' }).click();
  const shown = await copied();
  expect(shown).toEqual(await shownResult(page));
  expect(shown.response.access_token).toBe((await storedSession(page)).accessToken);
});

test('"Refresh now" brings a new access token with one request and keeps the rest', async ({
  page,
  network,
}) => {
  const before = await storedSession(page);
  await page.getByRole('button', { name: 'Reveal access token' }).click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('code').first()).not.toContainText(before.accessToken);
  const after = await storedSession(page);
  expect(await shownResult(page)).toMatchObject({
    response: { access_token: after.accessToken, expires_in: 3600 },
  });
  expect(after.refreshToken).toBe(before.refreshToken);
  expect(after.authorizedAt).toBe(before.authorizedAt);
  const requests = network.requestsTo(/\/api\/token$/).map(({ body }) => new URLSearchParams(body));
  expect(requests.map((body) => body.get('grant_type'))).toEqual([
    'authorization_code',
    'refresh_token',
  ]);
});

test('a refresh that fails says so, keeps the login, and can be tried again', async ({
  page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const before = await storedSession(page);
  spotify.faults.arm('server-error-503', { on: 'refresh' });
  await page.getByRole('button', { name: 'Refresh now' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Your login is kept.');
  expect(await storedSession(page)).toEqual(before);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await expect
    .poll(async () => (await storedSession(page)).accessToken)
    .not.toBe(before.accessToken);
});

test('a refresh that Spotify refuses ends the login and asks for a new one', async ({
  page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  spotify.faults.arm('invalid-grant', { on: 'refresh' });
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
});
