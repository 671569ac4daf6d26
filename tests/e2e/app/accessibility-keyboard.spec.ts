import { enterDemo } from '../../support/demo.ts';
import { logOut } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';
import { tabOnTo, tabTo } from './keyboard.ts';

test('the whole demo is done with the keyboard alone, and the focus is always seen', async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { heading, link, row, search, status } = playlistsPage(page);
  await page.goto('/');
  await tabTo(page, page.getByRole('link', { name: 'Try the demo' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Agree' }));
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('140 playlists');

  await tabTo(page, heading('Tracks').getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(heading('Tracks')).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Space');
  await expect(heading('Tracks')).toHaveAttribute('aria-sort', 'descending');

  await tabTo(page, link('Everything, Ever'));
  await tabTo(page, row('Everything, Ever').getByRole('button', { name: /^Copy ID/ }));
  await page.keyboard.press('Enter');
  await expect(row('Everything, Ever')).toContainText('Copied');
  const id = await row('Everything, Ever').getByRole('code').textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);

  await tabTo(page, search, 'Shift+Tab');
  await page.keyboard.type('cleo');
  await expect(status).toHaveText(/^\d+ of 140 playlists$/);
  await page.keyboard.press('Escape');
  await expect(status).toHaveText('140 playlists');

  await tabTo(page, page.getByRole('link', { name: 'Login flow' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Reveal access token' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Hide access token' })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Refresh now' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Refresh now' })).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Log out' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Leave the demo' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
});

test('after a navigation the focus is on the heading of the new page', async ({ page }) => {
  await enterDemo(page);
  const isFocused = (name: string) =>
    expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  await page.getByRole('link', { name: 'Login flow' }).click();
  await isFocused('Login flow');
  await expect(page).toHaveTitle('Login flow · Liner Notes');
  await page.getByRole('link', { name: 'Playlists', exact: true }).click();
  await isFocused('Playlists');
  await page.goBack();
  await isFocused('Login flow');
  // A log-out loads a new document, with the focus at its start.
  await logOut(page);
  await expect(page.locator('body')).toBeFocused();
});

test('sorting and a reload of rows leave the focus where it was', async ({ page }) => {
  await enterDemo(page);
  const { heading, search } = playlistsPage(page);
  const button = heading('Name').getByRole('button');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toBeFocused();
  await search.focus();
  await page.keyboard.type('slow');
  await expect(search).toBeFocused();
});

test('Tab goes through all rows to the last one, and back, and the focus is always seen', async ({
  page,
}) => {
  test.slow();
  // A viewport with space for fewer rows than the table has.
  await page.setViewportSize({ width: 1280, height: 400 });
  await enterDemo(page);
  const { link, heading, search, sortBy } = playlistsPage(page);
  await search.fill('cleo');
  await sortBy('ID');
  await sortBy('ID');
  const rows = await playlistsPage(page).shownRows();
  const last = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;
  expect(last).toBeGreaterThan(rows.length);
  const copyOfLast = page
    .getByRole('row')
    .and(page.locator(`[aria-rowindex="${last + 1}"]`))
    .getByRole('button', { name: /^Copy ID/ });
  await tabOnTo(page, copyOfLast);
  await tabOnTo(page, link(rows[0]?.name ?? ''), 'Shift+Tab');
  await tabTo(page, heading('ID').getByRole('button'), 'Shift+Tab');
});
