import type { Page } from '@playwright/test';
import { agreeOnPages, declineOnPages } from '../../support/authorization-server.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import {
  allIsKept,
  forgetLists,
  putStored,
  storedRecords,
  storedSession,
} from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const HOUR_MS = 3_600_000;
const TOKEN = /\/api\/token$/;
const PLAYLISTS = /\/me\/playlists/;

const accessTokenOf = async (page: Page) => (await storedSession(page)).accessToken;

for (const [what, authorizationServerVariant] of Object.entries({
  'that names its issuer': {},
  'that names no issuer and keeps the refresh token, like Spotify': {
    omitIss: true,
    omitRefreshTokenOnRefresh: true,
  },
})) {
  test.describe(`a certified server ${what}`, () => {
    test.use({ authorizationServerVariant });

    test('[row 1, row 24, row 64] a login over its own pages ends on all rows, and two refreshes in a row work', async ({
      page,
      network,
      authorizationServer,
      logIn,
    }) => {
      await logIn(page);
      await expect(page).toHaveURL('/playlists');
      await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
      const first = await storedSession(page);
      expect(await authorizationServer.isValid(first.accessToken)).toBe(true);
      expect(network.requestsTo(TOKEN)).toHaveLength(1);
      for (const round of [2, 3]) {
        const before = await accessTokenOf(page);
        await page.goto('/flow');
        await page.getByRole('button', { name: 'Refresh now' }).click();
        await expect.poll(() => accessTokenOf(page)).not.toBe(before);
        expect(await authorizationServer.isValid(await accessTokenOf(page))).toBe(true);
        await page.getByRole('link', { name: 'Playlists' }).click();
        await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
        expect(network.requestsTo(TOKEN)).toHaveLength(round);
      }
      expect((await storedSession(page)).refreshToken).toBe(first.refreshToken);
    });
  });
}

test('[row 27, c9] whoever cancels on the server’s own page meets “You declined” and one button', async ({
  page,
  network,
  authorizationServer,
}) => {
  await page.goto('/');
  await submitLogInForm(page);
  await declineOnPages(page);
  await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
  await expect(page).toHaveURL('/callback');
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Log in again']);
  expect(network.requestsTo(TOKEN)).toEqual([]);
  const kept = Object.keys(await storedRecords(page));
  expect(kept).not.toContain('session');
  await page.getByRole('button', { name: 'Log in again' }).click();
  await expect(page.getByRole('button', { name: 'Sign-in' })).toBeVisible();
  expect(authorizationServer.clientId).not.toBe('');
});

test('[row 32] a used callback that is opened again leaves the first login alive at the server', async ({
  page,
  network,
  authorizationServer,
  logIn,
}) => {
  const callbacks: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/callback?')) callbacks.push(request.url());
  });
  await logIn(page);
  await page.goto(callbacks[0] ?? '');
  await expect(page.getByRole('alert')).toContainText('You are still logged in as before.');
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
  // A server that sees a code twice ends the tokens that came of it.
  expect(await authorizationServer.isValid(await accessTokenOf(page))).toBe(true);
});

test('[row 39, row 67] once the refresh token is revoked the rows stay and a new login is offered', async ({
  page,
  network,
  authorizationServer,
  allowNetworkErrors,
  logIn,
}) => {
  allowNetworkErrors();
  await page.clock.install();
  await logIn(page);
  const { refreshToken } = await storedSession(page);
  await allIsKept(page);
  await forgetLists(page);
  network.break(PLAYLISTS, 'reset-stream', { after: 1, times: Number.POSITIVE_INFINITY });
  await page.reload();
  await hurry(page, () => page.getByRole('button', { name: 'Resume' }).waitFor());
  network.mend();
  await authorizationServer.revokeRefreshToken(refreshToken ?? '');
  await page.clock.fastForward(2 * HOUR_MS);
  await page.clock.resume();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('alert')).toContainText('Spotify has ended this login');
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '52');
  expect(Object.keys(await storedRecords(page))).not.toContain('session');
  await page.getByRole('button', { name: 'Log in again' }).click();
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
});

test.describe('a certified server that ends a family of tokens when an old one comes back', () => {
  test.use({ authorizationServerVariant: { rotateRefreshToken: true } });

  test('[row 61, row 64] a stale copy of a rotated token ends in a login, not in a loop', async ({
    page,
    network,
    authorizationServer,
    allowNetworkErrors,
    logIn,
  }) => {
    allowNetworkErrors();
    await logIn(page);
    const stale = await storedSession(page);
    await page.goto('/flow');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect.poll(() => accessTokenOf(page)).not.toBe(stale.accessToken);
    const fresh = await accessTokenOf(page);
    await putStored(page, 'session', stale);
    await page.reload();
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    expect(Object.keys(await storedRecords(page))).not.toContain('session');
    expect(await authorizationServer.isValid(fresh)).toBe(false);
    expect(network.requestsTo(TOKEN)).toHaveLength(3);
    await page.getByRole('button', { name: 'Log in with Spotify' }).click();
    await agreeOnPages(page);
    await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  });

  test('[row 61, row 62] four tabs whose token has ended make one refresh, and the family lives', async ({
    page,
    context,
    network,
    authorizationServer,
    logIn,
  }) => {
    await logIn(page);
    const tabs = [page];
    while (tabs.length < 4) tabs.push(await context.newPage());
    for (const tab of tabs) await tab.goto('/flow');
    await page.clock.setFixedTime(Date.now() + 2 * HOUR_MS);
    const held = holdAnswers(network, TOKEN);
    for (const tab of tabs) await tab.getByRole('link', { name: 'Playlists' }).click();
    const waiting = () => page.evaluate(async () => (await navigator.locks.query()).pending);
    await expect.poll(waiting).toHaveLength(3);
    held.letAllPass();
    for (const tab of tabs) await expect(tableOf(tab)).toHaveAttribute('aria-rowcount', '122');
    expect(network.requestsTo(TOKEN)).toHaveLength(2);
    expect(await authorizationServer.isValid(await accessTokenOf(page))).toBe(true);
  });
});
