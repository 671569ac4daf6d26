import { SCOPES } from '../../../src/words/scopes.ts';
import { CLIENT_ID } from '../../support/client-id.ts';
import { clientIdBoxOf, logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

test('the first page says what to do, step by step, and what is asked for and why', async ({
  page,
  baseURL,
}) => {
  await page.goto('/');
  await expect(page).toHaveTitle('Your Spotify playlists, on one page · Liner Notes');
  const steps = page.getByRole('group').getByRole('listitem');
  await expect(steps).toHaveCount(4);
  await expect(steps.nth(0).getByRole('link')).toHaveAttribute(
    'href',
    'https://developer.spotify.com/dashboard',
  );
  await expect(steps.nth(0).getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(steps.nth(1)).toContainText(`exactly this address:${baseURL}callback`);
  await expect(page.getByText('The Client Secret is never needed')).toBeVisible();
  const scopes = page.getByRole('region', { name: 'Log in with your own Spotify app' });
  for (const { name, reason } of SCOPES) {
    await expect(scopes.getByRole('term').filter({ hasText: name })).toBeVisible();
    await expect(scopes.getByRole('definition').filter({ hasText: reason })).toBeVisible();
  }
});

test('"Copy redirect URI" copies exactly the address to register', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByRole('button', { name: 'Copy redirect URI' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}callback`);
});

test('[row 7] the redirect URI takes nothing from the address of the page', async ({
  page,
  baseURL,
}) => {
  await page.goto(
    '/playlists?redirect_uri=https://evil.example/#redirect_uri=https://evil.example/',
  );
  await expect(page.getByText(`${baseURL}callback`, { exact: true })).toBeVisible();
});

test('every page shows the same form to whoever is logged out, and the address stays', async ({
  page,
}) => {
  for (const path of ['/playlists', '/login', '/flow', '/demo/authorize']) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(clientIdBoxOf(page)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Log in with Spotify' })).toBeVisible();
      await expect(page.getByRole('table')).toHaveCount(0);
      await expect(page).toHaveURL(path);
    });
  }
});

test('a login comes back to the page on which it was begun', async ({ page, spotify: _ }) => {
  for (const path of ['/playlists', '/flow']) {
    await test.step(path, async () => {
      await page.goto(path);
      await submitLogInForm(page);
      await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
      await expect(page).toHaveURL(path);
      await logOut(page);
    });
  }
});

test('the first page and /login lead whoever is logged in to the playlists', async ({
  loggedIn: page,
}) => {
  for (const path of ['/', '/login']) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(playlistsPage(page).status).toHaveText('120 playlists');
      await expect(page).toHaveURL('/playlists');
    });
  }
});

test('an unknown address says that there is no such page, and leads to the first one', async ({
  page,
}) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await page.getByRole('link', { name: 'the first page' }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await expect(page).toHaveURL('/');
});

test('the set-up folds away once a Client ID is known, and unfolds on a click', async ({
  page,
  spotify: _,
  logIn,
}) => {
  await logIn(page);
  await logOut(page);
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue(CLIENT_ID);
  const step = page.getByText('Under “Redirect URIs”');
  await expect(step).toBeHidden();
  await page.getByText('Set up a Spotify app, once').click();
  await expect(step).toBeVisible();
});
