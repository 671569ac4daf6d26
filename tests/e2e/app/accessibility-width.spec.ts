import type { Page } from '@playwright/test';
import { enterDemo, tryDemo } from '../../support/demo.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

/** How far the page can be scrolled sideways, and what sticks out. */
function overhang(page: Page): Promise<{ by: number; what: string[] }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const what = out.map((element) => `${element.tagName}.${element.className}`);
    return { by: scrollWidth - clientWidth, what: scrollWidth > clientWidth ? what : [] };
  });
}

for (const width of [390, 320]) {
  test.describe(`in a window ${width} px wide`, () => {
    test.use({ viewport: { width, height: 700 } });

    test('no page scrolls sideways', async ({ page }) => {
      const fits = async () => expect(await overhang(page)).toEqual({ by: 0, what: [] });
      for (const path of [
        '/',
        '/flow',
        '/privacy',
        '/nowhere',
        '/callback',
        '/callback?code=a&state=b',
      ]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await fits();
      }
      await tryDemo(page);
      await fits();
      await page.getByRole('button', { name: 'Agree' }).click();
      const { status, search } = playlistsPage(page);
      await expect(status).toHaveText('140 playlists');
      await fits();
      for (const name of ['Complete and Unabridged', 'HYPERLINK', 'Lounge', 'by the sea']) {
        await search.fill(name);
        await expect(status).toHaveText(/of 140 playlists/);
        await fits();
      }
      await page.getByRole('link', { name: 'Login flow' }).click();
      await page.getByRole('button', { name: 'Reveal access token' }).click();
      await page.getByRole('button', { name: 'Reveal refresh token' }).click();
      await fits();
    });

    test('a row shows all it knows, and its ID can be copied', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await enterDemo(page);
      const { link, row, search } = playlistsPage(page);
      await search.fill('Everything, Ever');
      const shown = row('Everything, Ever');
      await expect(link('Everything, Ever')).toBeInViewport();
      for (const text of ['Ada Lindqvist', '3,398']) {
        await expect(shown.getByRole('cell').filter({ hasText: text })).toBeInViewport();
      }
      await shown.getByRole('button', { name: 'Copy ID of Everything, Ever' }).click();
      await expect(shown).toContainText('Copied');
    });
  });
}

test('on a tablet the titles of tracks have the width of the page', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await enterDemo(page);
  await playlistsPage(page).link('Slow Sunday').click();
  const { table, rowAt } = itemsPage(page, 'Tracks');
  await expect(table).toHaveAttribute('aria-busy', 'false');
  for (const position of [1, 2, 3]) {
    const title = rowAt(position).locator('.name');
    expect(await title.evaluate((name) => name.scrollWidth <= name.clientWidth)).toBe(true);
    await expect(rowAt(position).getByRole('link', { name: 'in Spotify' })).toBeVisible();
  }
  expect(await overhang(page)).toEqual({ by: 0, what: [] });
});
