import { grantOnly } from '../../support/grant-only.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { expect, test } from '../fixtures.ts';

const ALL = 'playlist-read-private playlist-read-collaborative user-library-read';

test('without the permission for private playlists no half list is shown; without another the list comes, with a notice of what is missing', async ({
  page,
  network,
  spotify,
}) => {
  test.slow();
  const { alert, table, status } = playlistsPage(page);
  const again = alert.getByRole('button', { name: 'Log in again' });

  await test.step('private playlists', async () => {
    grantOnly(network, 'playlist-read-collaborative user-library-read');
    await page.goto('/');
    await submitLogInForm(page);
    await expect(alert).toContainText('playlist-read-private was not granted');
    await expect(alert).toContainText('no list is shown');
    await expect(table).toHaveCount(0);
    expect(countOf(spotify, 'playlists')).toBe(0);
  });
  for (const [scope, loss] of [
    ['user-library-read', 'may not read your liked songs'],
    ['playlist-read-collaborative', 'may not list collaborative playlists'],
  ] as const) {
    await test.step(scope, async () => {
      grantOnly(network, ALL.replace(scope, '').trim());
      await again.click();
      await expect(alert).toContainText(`${scope} was not granted`);
      await expect(alert).toContainText(loss);
      await expect(status).toHaveText('120 playlists');
      await expect(again).toBeVisible();
    });
  }
  await test.step('all', async () => {
    grantOnly(network, ALL);
    const before = countOf(spotify, 'token');
    await again.click();
    await expect.poll(() => countOf(spotify, 'token')).toBe(before + 1);
    await expect(status).toHaveText('120 playlists');
    await expect(alert).toHaveCount(0);
  });
});

test('a refusal for want of a permission asks Spotify for all of them, and comes back to the same page', async ({
  loggedIn: page,
  network,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const asked = () =>
    network.requestsTo(/\/authorize\?/).map(({ url }) => new URL(url).searchParams);
  spotify.faults.arm('insufficient-scope', { on: 'liked', times: Number.POSITIVE_INFINITY });
  await page.goto('/liked?q=love');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('lacks a permission');

  const logInAgain = () => alert.getByRole('button', { name: 'Log in again' }).click();

  await test.step('declined there, the login so far goes on', async () => {
    spotify.consent = 'decline';
    await logInAgain();
    await expect(page.getByText('You are still logged in as before.')).toBeVisible();
  });

  spotify.consent = 'agree';
  await page.goto('/liked?q=love');
  await expect(alert).toContainText('lacks a permission');
  spotify.faults.clear();
  await logInAgain();
  await expect(page).toHaveURL(/\/liked\?q=love$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Liked songs');
  await expect(alert).toHaveCount(0);
  expect(asked().map((request) => request.get('show_dialog'))).toEqual(['true', 'true']);
  expect(asked().at(-1)?.get('scope')?.split(' ')).toEqual(expect.arrayContaining(ALL.split(' ')));
});
