import type { Page } from '@playwright/test';
import { isFirstScript } from '../../support/built-scripts.ts';
import { enterDemo } from '../../support/demo.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage, tableOf } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const theme = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name });

const colorScheme = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

test('a theme holds in all tabs, over a reload, and from the first moment on', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await expect(theme(page, 'Auto')).toBeChecked();
  expect(await colorScheme(page)).toBe('light dark');
  const other = await context.newPage();
  await other.goto('/flow');
  await expect(theme(other, 'Auto')).toBeChecked();

  await theme(page, 'Dark').check();
  expect(await colorScheme(page)).toBe('dark');
  await expect(theme(other, 'Dark')).toBeChecked();
  expect(await colorScheme(other)).toBe('dark');

  // The first script is held, so that only the HTML is there.
  const held: (() => Promise<void>)[] = [];
  await page.route(isFirstScript, (route) => {
    held.push(() => route.continue());
  });
  await page.goto('/privacy', { waitUntil: 'commit' });
  await page.getByText('did not load').waitFor({ state: 'attached' });
  expect(await colorScheme(page)).toBe('dark');
  await expect(page.getByRole('heading')).toHaveCount(0);
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.();
  await expect(theme(page, 'Dark')).toBeChecked();
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'liner-notes/theme': 'dark' });

  await theme(page, 'Auto').check();
  expect(await colorScheme(page)).toBe('light dark');
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
  await expect(theme(other, 'Auto')).toBeChecked();
  expect(await colorScheme(other)).toBe('light dark');

  // An unknown theme is ignored.
  await other.evaluate(() => localStorage.setItem('liner-notes/theme', 'none'));
  await other.reload();
  await expect(theme(other, 'Auto')).toBeChecked();
  expect(await colorScheme(other)).toBe('light dark');
});

async function leadsToPrivacy(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('link', { name: 'Privacy', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy');
  await expect(page).toHaveURL('/privacy');
}

test('every page leads to what is kept of a person, and how to remove it', async ({
  page,
  context,
}) => {
  const paths = ['/flow', '/callback', '/nowhere'];
  const others = paths.map(async (path) => leadsToPrivacy(await context.newPage(), path));
  await Promise.all([leadsToPrivacy(page, '/'), ...others]);
  const fact = (name: string) =>
    page
      .getByRole('main')
      .locator('div', { has: page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }) });
  await expect(fact('Your login').last()).toContainText('until you log out or Spotify ends it');
  await expect(fact('The lists you open').last()).toContainText('for a day at most');
  await expect(page.getByRole('contentinfo')).toContainText('Data from Spotify');
  await expect(page.getByRole('contentinfo')).toContainText(/Version \d+\.\d+\.\d+/);
});

test('"Use another account" logs out, and the next login alone lets one choose, also after a reload', async ({
  loggedIn: page,
  network,
}) => {
  const asked = () =>
    network
      .requestsTo(/\/authorize\?/)
      .map(({ url }) => new URL(url).searchParams.get('show_dialog'));
  const logInAgain = async () => {
    await submitLogInForm(page);
    await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  };
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Use another account' }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
  await page.reload();
  await logInAgain();
  await logOut(page);
  await logInAgain();
  expect(asked()).toEqual(['true', null]);
});

test('what Spotify does not give is told below the playlists, and opened where a search finds none', async ({
  page,
}) => {
  await enterDemo(page);
  const { search, status } = playlistsPage(page);
  const told = page.getByRole('group').filter({ hasText: 'What Spotify does not give' });
  await expect(told).toBeVisible();
  await expect(told.getByText('Discover Weekly')).toBeHidden();
  await search.fill('discover weekly');
  await expect(status).toHaveText('0 of 140 playlists');
  for (const what of ['Folders', 'Discover Weekly', 'playlists you only follow']) {
    await expect(told.getByText(what)).toBeInViewport();
  }
  await search.fill('');
  await expect(told.getByText('Discover Weekly')).toBeHidden();
});
