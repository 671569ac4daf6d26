import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { scriptsWith } from '../../support/built-scripts.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { itemsPage } from '../../support/items-page.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { UNEVEN_ID, unevenLibrary } from '../../support/uneven-library.ts';
import { expect, test } from '../fixtures.ts';
import { DESKTOP } from './sound-page.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

test.beforeEach(({ allowNetworkErrors }) => {
  test.slow();
  allowNetworkErrors();
});

test.describe('with two pages of playlists', () => {
  const uneven = unevenLibrary();
  const others = makeLibrary({ playlists: 64 }).playlists.slice(uneven.playlists.length);
  const library = { ...uneven, playlists: [...uneven.playlists, ...others] };
  test.use({ spotifyOptions: { library } });

  test('axe finds nothing on lists that load, that failed, and that Spotify refuses or lets wait', async ({
    page,
    network,
    spotify,
    redirectUris,
  }) => {
    await page.clock.install();
    await storeLogin(page, spotify, redirectUris[0] ?? '');
    const { alert, status } = playlistsPage(page);
    const wayOn = alert.getByRole('button');

    await test.step('playlists that failed from the first on', async () => {
      spotify.faults.arm('forbidden', { on: 'playlists', offset: 0 });
      await page.goto('/playlists');
      await expect(wayOn).toBeVisible();
      await expectAccessible(page);
    });
    const later = holdAnswers(network, /playlists\?.*offset=50/);
    await test.step('playlists that load', async () => {
      spotify.faults.arm('forbidden', { on: 'playlists', offset: 50 });
      await wayOn.click();
      await expect(status).toHaveText('50 of 64 playlists loaded');
      await expectAccessible(page);
      expect(later.waiting).toBe(1);
    });
    await test.step('playlists that failed in between', async () => {
      later.letAllPass();
      await expect(wayOn).toBeVisible();
      await expectAccessible(page);
    });

    const first = holdAnswers(network, /\/items\?.*offset=0/);
    await test.step('a playlist that loads', async () => {
      spotify.faults.arm('server-error-500', { on: 'items', offset: 50, times: ALWAYS });
      await page.goto(`/playlists/${UNEVEN_ID}`);
      await expect(itemsPage(page, 'Tracks').table).toHaveAttribute('aria-busy', 'true');
      await expectAccessible(page);
    });
    await test.step('a playlist that failed in between', async () => {
      first.letAllPass();
      await hurry(page, () => expect(wayOn).toHaveText('Resume'));
      await expectAccessible(page);
    });

    await test.step('liked songs that Spotify refuses', async () => {
      spotify.faults.clear();
      spotify.faults.arm('forbidden', { on: 'liked', times: ALWAYS });
      await page.getByRole('link', { name: 'Liked songs', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Liked songs');
      await hurry(page, () => expect(wayOn).toBeVisible());
      await expectAccessible(page);
    });
    await test.step('liked songs that Spotify lets wait', async () => {
      spotify.faults.clear();
      spotify.faults.arm('rate-limited', { on: 'liked', isReadable: true, retryAfter: 50 });
      await wayOn.click();
      await expect(page.getByText(/^Spotify asked us to slow down\./).first()).toBeVisible();
      await expectAccessible(page);
    });
  });
});

test.describe('with no playlist', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 0 }) } });

  test('axe finds nothing on an empty list, where a part did not load, and after, during and at the end of a login', async ({
    loggedIn: page,
    network,
    spotify,
  }) => {
    await test.step('an empty list', async () => {
      await expect(page.getByText('No playlists yet.')).toBeVisible();
      await expectAccessible(page);
    });
    await test.step('where a part of the page did not load', async () => {
      await page.setViewportSize(DESKTOP);
      await page.route(scriptsWith('Refresh now'), (route) => route.abort());
      await page.getByRole('link', { name: 'Login flow' }).click();
      await expect(page.getByRole('alert').getByRole('button', { name: 'Reload' })).toBeVisible();
      await expectAccessible(page);
      await page.unrouteAll();
    });
    await test.step('the first page with the set-up folded', async () => {
      await page.setViewportSize(DESKTOP);
      await logOut(page);
      await expectAccessible(page);
    });
    await test.step('while a login is finished', async () => {
      network.break(/\/api\/token$/, 'hang');
      await submitLogInForm(page);
      await expect(page.getByRole('heading', { name: 'Logging in' })).toBeVisible();
      await expectAccessible(page);
      network.mend();
    });
    await test.step('once Spotify has ended the login', async () => {
      spotify.faults.arm('unauthorized', { on: 'playlists', times: ALWAYS });
      spotify.faults.arm('invalid-grant', { on: 'refresh' });
      await page.goto('/');
      await submitLogInForm(page);
      await expect(page.getByRole('alert').getByRole('button')).toHaveText('Log in again');
      await expectAccessible(page);
    });
  });
});
