import { SCOPES } from '../../../src/words/scopes.ts';
import { enterDemo, keptByOrigin, tryDemo } from '../../support/demo.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { allIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

test('"Try the demo" leads straight to a consent page that names each scope with its reason', async ({
  page,
}) => {
  await tryDemo(page);
  await expect(page).toHaveURL(/\/demo\/authorize\?.*response_type=code/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Liner Notes wants to read your library',
  );
  await expect(page.getByText('This is a simulated Spotify.')).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText(
    SCOPES.map(({ name, reason }) => `${name} ${reason}`),
  );
});

test('an answer that this browser cannot keep leaves the question open', async ({ page }) => {
  await tryDemo(page);
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('the database is gone', 'InvalidStateError');
    };
    document.addEventListener('test:mend', () => {
      IDBDatabase.prototype.transaction = transaction;
    });
  });
  const agree = page.getByRole('button', { name: 'Agree' });
  await agree.click();
  await expect(page.getByRole('alert')).toContainText('did not let the simulated Spotify keep');
  await page.evaluate(() => document.dispatchEvent(new Event('test:mend')));
  await agree.click();
  await expect(page.getByRole('status')).toHaveText('140 playlists');
});

test('"Agree" leads over the callback to a table of exactly 140 playlists', async ({ page }) => {
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(new URL(frame.url()).pathname));
  await enterDemo(page);
  await expect(page).toHaveURL('/playlists');
  expect(addresses).toContain('/callback');
  const { table, allRows } = playlistsPage(page);
  await expect(table).toHaveAttribute('aria-rowcount', '142');
  const rows = await allRows(140);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(140);
  await expect(page.getByRole('banner')).toContainText('Ada Lindqvist');
});

test('"Cancel" leads to "You declined", and from there anew to the question', async ({ page }) => {
  await tryDemo(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
  await expect(page.getByText('nothing was read and nothing was stored')).toBeVisible();
  await expect(page).toHaveURL('/callback');
  await page.getByRole('button', { name: 'Log in again' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
});

test('every page of the demo shows that it is one, and the way out', async ({ page }) => {
  const strip = page.getByRole('complementary', { name: 'Demo' });
  const isMarked = async () => {
    await expect(strip).toContainText('Demo: made-up music, simulated Spotify');
    await expect(strip.getByRole('button', { name: 'Leave the demo' })).toBeVisible();
  };
  await tryDemo(page);
  await isMarked();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
  await isMarked();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your Spotify playlists');
  await isMarked();
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
  for (const path of ['/playlists', '/flow', '/login', '/nowhere', '/callback']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await isMarked();
  }
});

test('a reload keeps the demo, and another tab is not in it', async ({ page, context }) => {
  await enterDemo(page);
  await page.reload();
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
  const other = await context.newPage();
  await other.goto('/playlists');
  await expect(other.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await expect(other.getByRole('complementary', { name: 'Demo' })).toHaveCount(0);
  await expect(other.getByRole('link', { name: 'Try the demo' })).toBeVisible();
});

test('one click leaves the demo and removes all that it stored', async ({ page }) => {
  await page.goto('/');
  const before = await keptByOrigin(page);
  await enterDemo(page);
  expect(await keptByOrigin(page)).not.toEqual(before);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('complementary', { name: 'Demo' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
  expect(await keptByOrigin(page)).toEqual(before);
  await page.goto('/playlists');
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
});

test('a log-out within the demo leads to its first page, from where one can log in again', async ({
  page,
}) => {
  await enterDemo(page);
  await logOut(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your Spotify playlists');
  await expect(page.getByRole('link', { name: 'Try the demo' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
});

test('a real login is untouched by a demo in another tab, and outlives it', async ({
  page,
  context,
  spotify,
}) => {
  await enterDemo(page);
  const real = await context.newPage();
  await real.goto('/');
  await submitLogInForm(real);
  await expect(playlistsPage(real).status).toHaveText('120 playlists');
  await allIsKept(real);
  await page.bringToFront();
  await page.reload();
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
  const before = spotify.requests.length;
  await logOut(page);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
  await expect(page.getByRole('complementary', { name: 'Demo' })).toHaveCount(0);
  await real.reload();
  await expect(playlistsPage(real).status).toHaveText('120 playlists');
  const steps = spotify.requests.slice(before).map(({ step }) => step);
  // Cached lists are drawn without a request; the login still works.
  expect(steps).toEqual([]);
  await real.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => spotify.requests.length).toBeGreaterThan(before);
  expect(spotify.requests[before]?.step).toBe('playlists');
});
