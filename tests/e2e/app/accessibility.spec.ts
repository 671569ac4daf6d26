import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { enterDemo, tryDemo } from '../../support/demo.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { logOut } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

test.beforeEach(() => test.slow());

test.describe('axe finds nothing', () => {
  test('on the first page, before and after a complaint', async ({ page }) => {
    await page.goto('/');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Log in with Spotify' }).click();
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeFocused();
    await expectAccessible(page);
  });

  test('on the first page with the set-up folded', async ({ page, spotify: _, logIn }) => {
    await logIn(page);
    await logOut(page);
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    await expectAccessible(page);
  });

  test('on the consent page', async ({ page }) => {
    await tryDemo(page);
    await expectAccessible(page);
  });

  test('on the consent page that refuses', async ({ page }) => {
    await tryDemo(page);
    await page.goto(page.url().replace('client_id=de3', 'client_id=fff'));
    await expect(page.getByRole('alert')).toContainText('INVALID_CLIENT');
    await expectAccessible(page);
  });

  test('on the playlists of the demo, and on a search without result', async ({ page }) => {
    await enterDemo(page);
    await expectAccessible(page);
    const { search, sortBy, row } = playlistsPage(page);
    await sortBy('Tracks');
    await row('Not a Song Yet').hover();
    await expectAccessible(page);
    await search.fill('no such playlist');
    await expect(page.getByText('Nothing here has all that you search for.')).toBeVisible();
    await expectAccessible(page);
  });

  test('on playlists that load', async ({ page, network, spotify: _, logIn }) => {
    const later = holdAnswers(network, /offset=[1-9]/);
    void logIn(page).catch(() => undefined);
    await expect(playlistsPage(page).status).toHaveText('50 of 120 playlists loaded');
    await expectAccessible(page);
    expect(later.waiting).toBe(2);
  });

  for (const offset of [0, 50]) {
    test(`on playlists that failed from ${offset} on`, async ({
      page,
      spotify,
      logIn,
      allowNetworkErrors,
    }) => {
      allowNetworkErrors();
      spotify.faults.arm('forbidden', { on: 'playlists', offset });
      await logIn(page);
      await expect(playlistsPage(page).alert).toBeVisible();
      await expectAccessible(page);
    });
  }

  test('on a login that has gone wrong, and on one that was declined', async ({ page }) => {
    await page.goto('/callback?code=made-up&state=made-up');
    await expect(page.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
    await expectAccessible(page);
    await tryDemo(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
    await expectAccessible(page);
  });

  test('on the login flow, logged out', async ({ page }) => {
    await page.goto('/flow');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Login flow');
    await expectAccessible(page);
  });

  test('on the login flow, with the tokens hidden and shown', async ({ page }) => {
    await enterDemo(page);
    await page.getByRole('link', { name: 'Login flow' }).click();
    await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Reveal access token' }).click();
    await page.getByRole('button', { name: 'Reveal refresh token' }).click();
    for (const arrow of await page.getByRole('button', { name: /^Step \d/ }).all()) {
      await arrow.click();
    }
    await page.getByText('Try it').click();
    await expectAccessible(page);
  });

  test('on the page about privacy, and on the menu of the account', async ({ page }) => {
    await page.goto('/privacy');
    await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
    await expectAccessible(page);
    await enterDemo(page);
    await page.getByRole('button', { name: 'Account' }).click();
    await expect(page.getByRole('button', { name: 'Use another account' })).toBeVisible();
    await expectAccessible(page);
  });

  test('on a page that does not exist', async ({ page }) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('with no playlist', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 0 }) } });

  test('axe finds nothing', async ({ page, spotify: _, logIn }) => {
    await logIn(page);
    await expect(page.getByText('You have no playlists yet.')).toBeVisible();
    await expectAccessible(page);
  });
});
