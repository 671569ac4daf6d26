import { enterDemo } from '../../support/demo.ts';
import { logOut } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

test('[row 51] nothing leaves this page during a whole demo', async ({
  page,
  context,
  network,
}) => {
  const hosts = new Set<string>();
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  await enterDemo(page);
  const { search, status, allRows } = playlistsPage(page);
  await allRows(140);
  await search.fill('cleo');
  await expect(status).toHaveText(/^\d+ of 140 playlists$/);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await page.getByRole('link', { name: 'Playlists', exact: true }).click();
  await expect(status).toHaveText('140 playlists');
  await page.reload();
  await expect(status).toHaveText('140 playlists');
  await logOut(page);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  expect([...hosts]).toEqual([new URL(page.url()).host]);
  expect(network.requests).toEqual([]);
});

test('[row 60] the demo has no service worker', async ({ page, context }) => {
  await enterDemo(page);
  const registrations = await page.evaluate(() => navigator.serviceWorker.getRegistrations());
  expect(registrations).toEqual([]);
  expect(context.serviceWorkers()).toEqual([]);
});

test('the demo loads nothing of itself before somebody asks for it', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((path) => /demo|consent/.test(path))).toEqual([]);
});

test('the address of the consent page, opened without a login, shows the first page', async ({
  page,
}) => {
  await page.goto('/demo/authorize?client_id=x&response_type=code');
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Agree' })).toHaveCount(0);
});
