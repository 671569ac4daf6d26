import type { Page } from '@playwright/test';
import { agreeOnPages, declineOnPages } from '../../support/authorization-server.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { ONLY_CLIENT_ID, storedRecords, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;
const AUTHORIZE = /\/authorize\?/;

const accessTokenOf = async (page: Page) => (await storedSession(page)).accessToken;

test.describe('a certified server that names no issuer and keeps the refresh token, like Spotify', () => {
  test.use({ authorizationServerVariant: { omitIss: true, omitRefreshTokenOnRefresh: true } });

  test('[row 1, row 4, row 27, row 64, c9] over its own pages one can decline, log in with the one button there is, and refresh twice', async ({
    page,
    network,
    authorizationServer,
  }) => {
    await test.step('whoever cancels meets a calm page, and nothing happens by itself', async () => {
      await page.goto('/');
      await submitLogInForm(page);
      await declineOnPages(page);
      await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
      await expect(page).toHaveURL('/callback');
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(page.getByRole('contentinfo')).toBeVisible();
      await expect(page.getByRole('main').getByRole('button')).toHaveText(['Log in again']);
      expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
      expect(network.requestsTo(TOKEN)).toEqual([]);
      expect(network.requestsTo(AUTHORIZE)).toHaveLength(1);
    });

    await page.getByRole('button', { name: 'Log in again' }).click();
    await agreeOnPages(page);
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
    await expect(page).toHaveURL('/playlists');
    const states = network
      .requestsTo(AUTHORIZE)
      .map(({ url }) => new URL(url).searchParams.get('state'));
    expect(new Set(states).size).toBe(2);
    const { accessToken, refreshToken } = await storedSession(page);
    expect(await authorizationServer.isValid(accessToken)).toBe(true);

    await openResult(page);
    for (const round of [2, 3]) {
      const before = await accessTokenOf(page);
      await page.getByRole('button', { name: 'Refresh now' }).click();
      await expect.poll(() => accessTokenOf(page)).not.toBe(before);
      expect(await authorizationServer.isValid(await accessTokenOf(page))).toBe(true);
      expect(network.requestsTo(TOKEN)).toHaveLength(round);
    }
    expect((await storedSession(page)).refreshToken).toBe(refreshToken);
  });
});
