import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { storedRecords } from '../../support/stored.ts';
import { UNEVEN_ID, unevenLibrary } from '../../support/uneven-library.ts';
import { expect, test } from '../fixtures.ts';

test.use({ spotifyOptions: { library: unevenLibrary() } });

const headings = (page: Page) =>
  page
    .getByRole('columnheader')
    .evaluateAll((all) => all.map((heading) => heading.getAttribute('aria-label')));
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const USUAL = ['Name', 'Owner', 'Tracks', 'Visibility'];

test('the choice of columns and their widths stay over a reload, and can be taken back', async ({
  loggedIn: page,
}) => {
  test.slow();
  const { heading, status } = playlistsPage(page);
  const width = async (name: string) => (await heading(name).boundingBox())?.width ?? 0;
  const columns = page.getByRole('button', { name: 'Columns', exact: true });
  expect(await headings(page)).toEqual(USUAL);
  const usual = await width('Owner');

  await columns.click();
  await expect(box(page, 'Name')).toBeDisabled();
  await box(page, 'Visibility').uncheck();
  await expect(heading('Visibility')).toHaveCount(0);
  await page.keyboard.press('Escape');

  const handle = page.getByRole('separator', { name: 'Width of Owner' });
  await handle.focus();
  const before = await width('Owner');
  for (const narrower of [16, 32, 48, 64]) {
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => width('Owner')).toBeCloseTo(Math.round(before) - narrower, 0);
  }
  await expect(handle).toBeFocused();
  const after = await width('Owner');
  const kept = async () => JSON.stringify(await storedRecords(page));
  await expect.poll(kept).toContain(`"owner":${Math.round(after)}`);

  await page.reload();
  await expect(status).toHaveText('4 playlists');
  await expect(heading('Visibility')).toHaveCount(0);
  await expect.poll(() => width('Owner')).toBeCloseTo(after, 0);
  expect(await headings(page)).toEqual(USUAL.filter((name) => name !== 'Visibility'));

  await columns.click();
  await page.getByRole('button', { name: 'Reset columns' }).click();
  await expect(heading('Visibility')).toBeVisible();
  await expect.poll(() => width('Owner')).toBeCloseTo(usual, 0);
  await expect(handle).toHaveAttribute('aria-valuetext', 'Automatic');

  await test.step('rows of another height keep their checkboxes beside the names', async () => {
    await page.getByRole('button', { name: 'Display' }).click();
    await page.getByRole('radio', { name: 'Compact' }).check();
    await page.keyboard.press('Escape');
    const row = page.getByRole('row').nth(1);
    await expect.poll(async () => (await row.boundingBox())?.height).toBe(32);
    const end = async (part: Locator) => {
      const area = await part.boundingBox();
      return (area?.x ?? 0) + (area?.width ?? 0);
    };
    const name = await row.getByRole('link').first().boundingBox();
    expect(name?.x).toBeGreaterThanOrEqual(await end(row.getByRole('checkbox')));
  });

  await test.step('each table has its own choice, with more columns for tracks', async () => {
    await page.goto(`/playlists/${UNEVEN_ID}`);
    const tracks = itemsPage(page, 'Tracks');
    await expect(tracks.status).toHaveText('130 songs');
    for (const name of ['ISRC', 'URI']) expect(await headings(page)).not.toContain(name);
    await columns.click();
    for (const name of ['ISRC', 'Release date', 'Explicit', 'ID', 'URI']) {
      await box(page, name).check();
    }
    await box(page, 'Album').uncheck();
    await page.keyboard.press('Escape');
    for (const name of ['ISRC', 'URI']) expect(await headings(page)).toContain(name);
    expect(await headings(page)).not.toContain('Album');
    await expect(tracks.rowAt(1)).toContainText(/spotify:track:\w{22}/);
  });
  await test.step('axe finds nothing, with these columns, help and a focused row', async () => {
    const { search, rowAt } = itemsPage(page, 'Tracks');
    await rowAt(1).focus();
    await search.focus();
    await page.getByRole('button', { name: 'Search help' }).click();
    await expect(page.getByText('from one album or show')).toBeVisible();
    await expectAccessible(page);
  });
  await test.step('the table of playlists keeps its own', async () => {
    await page.goto('/playlists');
    await expect(status).toHaveText('4 playlists');
    expect(await headings(page)).toEqual(USUAL);
  });
});

test.describe('in a window 390 px wide', () => {
  test.use({ viewport: { width: 390, height: 700 } });

  test('tracks fold all they have under the title, and the page does not scroll sideways', async ({
    loggedIn: page,
  }) => {
    test.slow();
    const overhang = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
    expect(await overhang()).toBe(0);
    await page.goto(`/playlists/${UNEVEN_ID}`);
    const { status, rowAt, search } = itemsPage(page, 'Tracks');
    await expect(status).toHaveText('130 songs');
    expect(await overhang()).toBe(0);
    const name = rowAt(1).locator('.name');
    await rowAt(1).scrollIntoViewIfNeeded();
    await expect(name).toBeInViewport({ ratio: 1 });
    await search.focus();
    await page.getByRole('button', { name: 'Search help' }).click();
    await expect(page.getByText('from one album or show')).toBeVisible();
    expect(await overhang()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Display', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeInViewport({ ratio: 1 });
    await expect(box(page, 'ISRC')).toBeVisible();
    expect(await overhang()).toBe(0);
    await page.keyboard.press('Escape');
    await rowAt(1).focus();
    await expectAccessible(page, [{ colorScheme: 'dark', width: 390 }]);
  });
});
