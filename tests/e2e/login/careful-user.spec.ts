import type { Page } from '@playwright/test';
import { accountOf, openAccount } from '../../support/account.ts';
import { isFirstScript } from '../../support/built-scripts.ts';
import { hurry } from '../../support/hurry.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const theme = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name });

/** Waits for the foot of a page, which comes last, with a theme chosen there. */
const isChosen = (page: Page, name: string) =>
  hurry(page, () => expect(theme(page, name)).toBeChecked());

const colorScheme = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

test('a theme holds in all tabs, over a reload, and from the first moment on, and every page leads to what is kept', async ({
  page,
  context,
}) => {
  await context.clock.install();
  await page.goto('/');
  await isChosen(page, 'Auto');
  expect(await colorScheme(page)).toBe('light dark');
  const other = await context.newPage();
  await other.goto('/flow');
  await isChosen(other, 'Auto');

  await theme(page, 'Dark').check();
  expect(await colorScheme(page)).toBe('dark');
  await isChosen(other, 'Dark');
  expect(await colorScheme(other)).toBe('dark');

  // The first script is held, so that only the HTML is there.
  const held: (() => Promise<void>)[] = [];
  await page.route(isFirstScript, (route) => {
    held.push(() => route.continue());
  });
  await page.goto('/privacy', { waitUntil: 'commit' });
  await page.getByText('did not load').waitFor({ state: 'attached' });
  // The style sheet may come after the text.
  await expect.poll(() => colorScheme(page)).toBe('dark');
  await expect(page.getByRole('heading')).toHaveCount(0);
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.();
  await isChosen(page, 'Dark');
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'liner-notes/theme': 'dark' });

  await theme(page, 'Auto').check();
  expect(await colorScheme(page)).toBe('light dark');
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
  await isChosen(other, 'Auto');
  expect(await colorScheme(other)).toBe('light dark');

  await test.step('what is kept of a person, and how to remove it', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy and storage');
    const kind = (name: string) =>
      page
        .getByRole('region', { name: 'Stored in this browser' })
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name, exact: true }) });
    await expect(kind('Your login')).toContainText('until you log out or Spotify ends it');
    await expect(kind('Lists')).toContainText('for a day at most');
    await expect(page.getByRole('contentinfo')).toContainText('Data from Spotify');
    await expect(page.getByRole('contentinfo')).toContainText(/Version \d+\.\d+\.\d+/);
    await other.getByRole('link', { name: 'Privacy and storage' }).click();
    await expect(other).toHaveURL('/privacy');
    for (const path of ['/nowhere', '/callback']) {
      await other.goto(path);
      const link = other.getByRole('link', { name: 'Privacy and storage' });
      await hurry(other, () => expect(link).toHaveAttribute('href', '/privacy'));
    }
  });

  // An unknown theme is ignored.
  await other.evaluate(() => localStorage.setItem('liner-notes/theme', 'none'));
  await other.reload();
  await isChosen(other, 'Auto');
  expect(await colorScheme(other)).toBe('light dark');
});

test('what Spotify leaves out is told below the playlists, and "Use another account" makes the next login alone ask which', async ({
  loggedIn: page,
  network,
}) => {
  await test.step('what Spotify leaves out', async () => {
    const told = page.getByRole('group').filter({ hasText: 'What Spotify leaves out' });
    await expect(told).toBeVisible();
    await expect(told.getByText('Discover Weekly')).toBeHidden();
    await told.getByText('What Spotify leaves out').click();
    for (const what of ['Folders', 'Discover Weekly', 'playlists you follow']) {
      await expect(told.getByText(what)).toBeVisible();
    }
  });

  const asked = () =>
    network
      .requestsTo(/\/authorize\?/)
      .map(({ url }) => new URL(url).searchParams.get('show_dialog'));
  await openAccount(page);
  await page.getByRole('button', { name: 'Use another account' }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await expect(accountOf(page)).toHaveCount(0);
  await page.reload();
  await submitLogInForm(page);
  await expect(tableOf(page)).toBeVisible();
  await logOut(page);
  await submitLogInForm(page);
  await expect(tableOf(page)).toBeVisible();
  expect(asked()).toEqual(['true', null]);
});
