import type { Page } from '@playwright/test';
import { demoScripts, type ScriptMatcher, scriptsWith } from '../../support/built-scripts.ts';
import { clientIdBoxOf } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const exportScripts = () => scriptsWith('byte order mark');
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

test('a demo whose code does not load says so, below the form or at its start, and "Reload" leads on once it does', async ({
  page,
}) => {
  const { alert, status } = playlistsPage(page);
  const reload = alert.getByRole('button', { name: 'Reload' });
  await test.step('below the form', async () => {
    const { asked, findAgain } = await loseScript(page, demoScripts());
    await page.goto('/');
    const tryDemo = page.getByRole('link', { name: 'Try the demo' });
    await tryDemo.click();
    await expect(alert).toContainText('a newer version of this page may be out');
    await expect(alert).toBeInViewport();
    await expect(clientIdBoxOf(page)).toBeVisible();
    await expect(page).toHaveURL('/');
    // It is requested again without a new page.
    const before = asked.length;
    await tryDemo.click();
    await expect.poll(() => asked.length).toBeGreaterThan(before);

    await findAgain();
    await reload.click();
    await expect(alert).toHaveCount(0);
    await tryDemo.click();
    await page.getByRole('button', { name: 'Agree' }).click();
    await expect(status).toHaveText('140 playlists');
  });

  await test.step('at a start within the demo', async () => {
    const { asked, findAgain } = await loseScript(page, demoScripts());
    await page.reload();
    await expect(alert).toContainText('A part of this page did not load or failed');
    await expect(alert).toContainText('Your login and settings are kept.');
    await expect(alert).toBeInViewport();
    expect(asked).toHaveLength(1);
    await reload.click();
    await expect.poll(() => asked).toHaveLength(2);
    await expect(alert).toContainText('A part of this page did not load or failed');

    await findAgain();
    await reload.click();
    await expect(status).toHaveText('140 playlists');
    await expect(alert).toHaveCount(0);
  });
});

test('a page or a dialog whose code does not load says so, keeps what is shown, and "Reload" shows it once it does', async ({
  loggedIn: page,
}) => {
  const { alert, status, search } = playlistsPage(page);
  const reload = alert.getByRole('button', { name: 'Reload' });
  const title = page.getByRole('heading', { level: 1 });
  await test.step('a dialog, in a tab that was left open over a deployment', async () => {
    const { findAgain } = await loseScript(page, exportScripts());
    await search.fill('a');
    await expect(status).toHaveText('117 of 120 playlists');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(
      alert.filter({ hasText: 'a newer version of this page may be out' }),
    ).toBeInViewport();
    await expect(status).toHaveText('117 of 120 playlists');
    await findAgain();
    await reload.click();
    await expect(alert).toHaveCount(0);
    await expect(search).toHaveValue('a');
    await expect(status).toHaveText('117 of 120 playlists');
  });

  await test.step('a page, within its frame until another is shown', async () => {
    const { asked, findAgain } = await loseScript(page, flowScripts());
    await page.getByRole('link', { name: 'Login flow' }).click();
    await expect(alert).toContainText('A part of this page did not load or failed');
    await expect(title).toHaveText('This page cannot be shown');
    expect(asked).not.toHaveLength(0);

    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await expect(status).toHaveText('120 playlists');
    await expect(alert).toHaveCount(0);
    await page.goBack();
    await expect(alert).toContainText('A part of this page did not load or failed');

    await findAgain();
    await reload.click();
    await expect(title).toHaveText('Login flow');
    await expect(page.getByRole('region', { name: 'Why PKCE' })).toBeVisible();
  });
});
