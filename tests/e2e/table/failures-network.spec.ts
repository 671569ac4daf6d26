import { holdAnswers } from '../../support/hold-answers.ts';
import { playlistsPage, tableIsFull } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { expect, test } from '../fixtures.ts';

const LATER_PAGES = /\/me\/playlists\?.*offset=[1-9]/;

test('leaving the page in the middle of the list ends its requests; offline it says so, and goes on by itself', async ({
  page,
  context,
  network,
  spotify,
  comeBack,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const later = holdAnswers(network, LATER_PAGES);
  const ended: string[] = [];
  page.on('requestfailed', (request) => ended.push(request.url()));
  const pages = page.getByRole('navigation', { name: 'Pages' });
  const { alert, status } = playlistsPage(page);

  await test.step('leaving', async () => {
    // The list is not complete before the test lets it be.
    void comeBack(page).catch(() => undefined);
    await expect.poll(() => later.waiting).toBe(2);
    await pages.getByRole('link', { name: 'Login flow' }).click();
    await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
    await expect.poll(() => ended.filter((url) => LATER_PAGES.test(url))).toHaveLength(2);
    later.letAllPass();
    await pages.getByRole('link', { name: 'Playlists' }).click();
    await expect(status).toHaveText('120 playlists');
    await expect(alert).toHaveCount(0);
    expect(countOf(spotify, 'token')).toBe(1);
  });
  await test.step('offline', async () => {
    await pages.getByRole('link', { name: 'Login flow' }).click();
    await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
    await context.setOffline(true);
    await pages.getByRole('link', { name: 'Playlists' }).click();
    await expect(status).toHaveText('120 playlists');
    await tableIsFull(page);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(alert).toContainText('You are offline.');
    await expect(alert).toContainText('You see the last complete list.');
  });
  await test.step('online again', async () => {
    const before = countOf(spotify, 'playlists');
    await context.setOffline(false);
    await expect(alert).toHaveCount(0);
    await expect.poll(() => countOf(spotify, 'playlists')).toBe(before + 3);
    await expect(status).toHaveText('120 playlists');
  });
});
