import type { Page } from '@playwright/test';
import { demoScripts, type ScriptMatcher, scriptsWith } from '../../support/built-scripts.ts';
import { enterDemo } from '../../support/demo.ts';
import { clientIdBoxOf } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const exportScripts = () => scriptsWith('Byte order mark');
const flowScripts = () => scriptsWith('Refresh now');

/** Fails every request for a script of the app, as a lost network or a newer deployment does. */
async function loseScript(page: Page, script: ScriptMatcher) {
  const asked: string[] = [];
  await page.route(script, async (route) => {
    asked.push(route.request().url());
    await route.abort();
  });
  return { asked, findAgain: () => page.unroute(script) };
}

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

test('a start without a part that it needs says so, and "Reload" starts once the part is there', async ({
  page,
}) => {
  await enterDemo(page);
  const { asked, findAgain } = await loseScript(page, demoScripts());
  await page.reload();
  const { alert, status } = playlistsPage(page);
  await expect(alert).toContainText('A part of this page did not load or failed');
  await expect(alert).toContainText('Your login and settings are kept.');
  await expect(alert).toBeInViewport();
  expect(asked).toHaveLength(1);
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => asked).toHaveLength(2);
  await expect(alert).toContainText('A part of this page did not load or failed');

  await findAgain();
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(status).toHaveText('140 playlists');
  await expect(alert).toHaveCount(0);
});

test('a page whose code does not load says so within its frame until another is shown, and "Reload" shows it once it does', async ({
  loggedIn: page,
}) => {
  const { asked, findAgain } = await loseScript(page, flowScripts());
  await page.getByRole('link', { name: 'Login flow' }).click();
  const { alert, status } = playlistsPage(page);
  await expect(alert).toContainText('A part of this page did not load or failed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be shown');
  expect(asked).not.toHaveLength(0);

  await page.getByRole('link', { name: 'Playlists', exact: true }).click();
  await expect(status).toHaveText('120 playlists');
  await expect(alert).toHaveCount(0);
  await page.goBack();
  await expect(alert).toContainText('A part of this page did not load or failed');

  await findAgain();
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Login flow');
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
});

test('a demo whose code does not load says so below the form, and "Reload" leads to it once it does', async ({
  page,
}) => {
  const { asked, findAgain } = await loseScript(page, demoScripts());
  await page.goto('/');
  const tryDemo = page.getByRole('link', { name: 'Try the demo' });
  await tryDemo.click();
  const { alert } = playlistsPage(page);
  await expect(alert).toContainText('a newer version of this page may be out');
  await expect(alert).toBeInViewport();
  await expect(clientIdBoxOf(page)).toBeVisible();
  await expect(page).toHaveURL('/');
  // It is requested again without a new page.
  const before = asked.length;
  await tryDemo.click();
  await expect.poll(() => asked.length).toBeGreaterThan(before);

  await findAgain();
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(alert).toHaveCount(0);
  await tryDemo.click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
});

test('a tab that was left open over a deployment says so once a part is missing, and keeps what it shows', async ({
  loggedIn: page,
}) => {
  const { findAgain } = await loseScript(page, exportScripts());
  const { status, search } = playlistsPage(page);
  const alert = page
    .getByRole('alert')
    .filter({ hasText: 'a newer version of this page may be out' });
  await search.fill('a');
  await expect(status).toHaveText('117 of 120 playlists');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(alert).toBeInViewport();
  await expect(status).toHaveText('117 of 120 playlists');
  await findAgain();
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(alert).toHaveCount(0);
  await expect(search).toHaveValue('a');
  await expect(status).toHaveText('117 of 120 playlists');
});
