import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { scriptsWith } from '../../support/built-scripts.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { itemsPage } from '../../support/items-page.ts';
import { UNEVEN_ID, unevenLibrary } from '../../support/uneven-library.ts';
import { expect, test } from '../fixtures.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

test.use({ spotifyOptions: { library: unevenLibrary() } });

test.beforeEach(({ allowNetworkErrors }) => {
  test.slow();
  allowNetworkErrors();
});

const openLiked = (page: Page) => page.getByRole('link', { name: 'Open liked songs' }).click();

test.describe('axe finds nothing', () => {
  test('while a login is finished', async ({ page, network, reachConsent }) => {
    const { href } = await reachConsent(page);
    network.break(/\/api\/token$/, 'hang');
    await page.goto(href);
    await expect(page.getByRole('heading', { name: 'Logging in' })).toBeVisible();
    await expectAccessible(page);
  });

  test('on a playlist that loads, and that failed in between', async ({
    page,
    network,
    spotify,
    logIn,
  }) => {
    await page.clock.install();
    await logIn(page);
    const first = holdAnswers(network, /\/items\?.*offset=0/);
    spotify.faults.arm('server-error-500', { on: 'items', offset: 50, times: ALWAYS });
    await page.goto(`/playlists/${UNEVEN_ID}`);
    const { table, alert } = itemsPage(page, 'Tracks');
    await expect(table).toHaveAttribute('aria-busy', 'true');
    await expectAccessible(page);
    first.letAllPass();
    await hurry(page, () => expect(alert.getByRole('button', { name: 'Resume' })).toBeVisible());
    await expectAccessible(page);
  });

  test('on liked songs that Spotify refuses, and on those that it lets wait', async ({
    loggedIn: page,
    spotify,
  }) => {
    spotify.faults.arm('forbidden', { on: 'liked', times: ALWAYS });
    await openLiked(page);
    const { alert } = itemsPage(page, 'Liked songs');
    await expect(alert.getByRole('button')).toBeVisible();
    await expectAccessible(page);
    spotify.faults.clear();
    spotify.faults.arm('rate-limited', { on: 'liked', isReadable: true, retryAfter: 50 });
    await alert.getByRole('button').click();
    await expect(page.getByText(/^Spotify asks us to slow down\./).first()).toBeVisible();
    await expectAccessible(page);
  });

  test('where a part of the page did not load', async ({ loggedIn: page }) => {
    await page.route(scriptsWith('Refresh now'), (route) => route.abort());
    await page.getByRole('link', { name: 'Login flow' }).click();
    await expect(page.getByRole('alert').getByRole('button', { name: 'Reload' })).toBeVisible();
    await expectAccessible(page);
  });

  test('once Spotify has ended the login', async ({ page, spotify, logIn }) => {
    spotify.faults.arm('unauthorized', { on: 'playlists', times: ALWAYS });
    spotify.faults.arm('invalid-grant', { on: 'refresh' });
    await logIn(page);
    await expect(page.getByRole('alert').getByRole('button')).toHaveText('Log in again');
    await expectAccessible(page);
  });
});
