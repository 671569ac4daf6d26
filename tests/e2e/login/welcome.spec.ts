import { SCOPES } from '../../../src/words/scopes.ts';
import { clientIdBoxOf } from '../../support/log-in-form.ts';
import { expect, test } from '../fixtures.ts';

test('the first page says what to do, step by step, and what is asked for and why', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await test.step('an unknown address says that there is no such page, and leads there', async () => {
    await page.goto('/no/such/page');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.getByRole('link', { name: 'the first page' }).click();
    await expect(clientIdBoxOf(page)).toBeVisible();
    await expect(page).toHaveURL('/');
  });

  await expect(page).toHaveTitle('Your Spotify playlists, on one page · Liner Notes');
  const steps = page.getByRole('group').getByRole('listitem');
  await expect(steps).toHaveCount(4);
  const dashboard = steps.nth(0).getByRole('link');
  await expect(dashboard).toHaveAttribute('href', 'https://developer.spotify.com/dashboard');
  await expect(dashboard).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(steps.nth(1)).toContainText(`exactly this address:${baseURL}callback`);
  await expect(page.getByText('The Client Secret is never needed')).toBeVisible();
  const scopes = page.getByRole('region', { name: 'Log in with your own Spotify app' });
  for (const { name, reason } of SCOPES) {
    await expect(scopes.getByRole('term').filter({ hasText: name })).toBeVisible();
    await expect(scopes.getByRole('definition').filter({ hasText: reason })).toBeVisible();
  }

  await test.step('"Copy redirect URI" copies exactly the address to register', async () => {
    await page.getByRole('button', { name: 'Copy redirect URI' }).click();
    await expect(page.getByText('Copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}callback`);
  });
});

test('[row 7] every page shows the same form to whoever is logged out, and its redirect URI takes nothing from the address', async ({
  page,
  baseURL,
}) => {
  for (const path of [
    '/playlists?redirect_uri=https://evil.example/#redirect_uri=https://evil.example/',
    '/flow',
    '/demo/authorize',
  ]) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(clientIdBoxOf(page)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Log in with Spotify' })).toBeVisible();
      await expect(page.getByText(`${baseURL}callback`, { exact: true })).toBeVisible();
      await expect(page.getByRole('table')).toHaveCount(0);
      await expect(page).toHaveURL(path);
    });
  }
});
