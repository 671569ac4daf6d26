import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { enterDemo } from '../../support/demo.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const LARGE = 'Everything, Ever';

/** Enters the demo and opens its largest playlist. */
async function openLarge(page: Page): Promise<void> {
  await page.clock.install();
  await hurry(page, async () => {
    await enterDemo(page);
    const { search, link, status } = playlistsPage(page);
    await search.fill(LARGE);
    await link(LARGE).click();
    await expect(status).toHaveText('3,398 tracks');
  });
}

const picture = (page: Page, name: RegExp) => page.getByRole('figure', { name });
const added = (page: Page) => picture(page, /^Added/);
const released = (page: Page) => picture(page, /^Released/);
/** The number in the name of a bar. */
const countOf = (label: string) => Number(/: ([\d,]+)/.exec(label)?.[1]?.replace(',', ''));

test('beside each number of tracks stands a bar as long as the number is large', async ({
  page,
}) => {
  await enterDemo(page);
  const { sortBy, row, status, search } = playlistsPage(page);
  await sortBy('Tracks');
  await sortBy('Tracks');
  const cell = (name: string) => row(name).getByRole('cell').nth(2);
  const lengthOf = async (name: string) =>
    (await cell(name).locator('svg rect').boundingBox())?.width ?? 0;
  await expect(cell(LARGE)).toHaveText('3,398');
  const longest = await lengthOf(LARGE);
  expect(longest).toBeGreaterThan(20);
  await search.fill('"slow sunday"');
  await expect(status).toHaveText(/^\d+ of 140 playlists$/);
  await expect(cell('Slow Sunday')).toHaveText('193');
  // The largest of the found playlists is a different one now.
  await expect.poll(() => lengthOf('Slow Sunday')).toBeGreaterThan(longest);
  await search.fill('');
  await search.fill('owner:me');
  await expect(status).toHaveText(/^\d+ of 140 playlists$/);
  await expect(cell(LARGE)).toHaveText('3,398');
  await expect(cell(LARGE).getByRole('img')).toHaveCount(0);
});

test('the pictures of a playlist say in words what they show, and their bars count every track', async ({
  page,
}) => {
  await openLarge(page);
  await expect(added(page)).toHaveAccessibleName(/^Added 20\d\d–20\d\d, most in 20\d\d$/);
  await expect(released(page)).toHaveAccessibleName(
    /^Released 19\d\d–20\d\d, most in \d{4}–\d{4}$/,
  );
  const labels = await added(page).getByRole('link').allTextContents();
  expect(labels.length).toBeGreaterThan(3);
  const dated = labels.map(countOf).reduce((sum, count) => sum + count);
  // One is without a date.
  expect(dated).toBeGreaterThan(3_300);
  expect(dated).toBeLessThan(3_398);
});

test('a click on a bar finds what it stands for, and another click finds all again', async ({
  page,
}) => {
  await openLarge(page);
  const { status } = playlistsPage(page);
  const search = page.getByRole('searchbox');
  const bar = added(page).getByRole('link', { name: /^2024/ });
  const label = (await bar.textContent()) ?? '';
  await bar.click();
  await expect(page).toHaveURL(/\?q=added%3A2024$/);
  await expect(search).toHaveValue('added:2024');
  await expect(status).toHaveText(`${countOf(label)} of 3,398 tracks`);
  await expect(bar).toHaveAttribute('aria-current', 'true');
  await expect(added(page).locator('[aria-current]')).toHaveCount(1);

  await test.step('both pictures together', async () => {
    const decade = released(page).getByRole('link', { name: /^1990–1999/ });
    await decade.click();
    await expect(search).toHaveValue('added:2024 released:1990..1999');
    await expect(bar).toHaveAttribute('aria-current', 'true');
    await decade.click();
    await expect(search).toHaveValue('added:2024');
  });
  await test.step('back and forth', async () => {
    await page.goBack();
    await expect(search).toHaveValue('added:2024 released:1990..1999');
    await page.goForward();
    await expect(search).toHaveValue('added:2024');
  });
  await bar.click();
  await expect(page).toHaveURL(/\/playlists\/\w+$/);
  await expect(status).toHaveText('3,398 tracks');
  await expect(added(page).locator('[aria-current]')).toHaveCount(0);
});

test('the keyboard goes from bar to bar with the arrows, and finds with Enter and with Space', async ({
  page,
}) => {
  await openLarge(page);
  const bars = added(page).getByRole('link');
  const search = page.getByRole('searchbox');
  await bars.first().focus();
  await page.keyboard.press('End');
  await expect(bars.last()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const last = (await bars.count()) - 1;
  await expect(bars.nth(last - 1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('added:2025');
  await expect(bars.nth(last - 1)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(search).toHaveValue('added:2022');
  await page.keyboard.press('Tab');
  await expect(released(page).getByRole('link').first()).toBeFocused();
});

test('liked songs have the same pictures, and nothing moves when they come', async ({ page }) => {
  await enterDemo(page);
  await page.getByRole('link', { name: 'Liked songs', exact: true }).click();
  const search = page.getByRole('searchbox', { name: 'Search liked songs' });
  await expect(page.getByRole('button', { name: 'Cancel loading' })).toBeVisible();
  await expect(added(page)).toHaveCount(0);
  const before = await search.boundingBox();
  await page.getByRole('button', { name: 'Refresh' }).waitFor();
  await expect(added(page)).toBeVisible();
  await expect(released(page)).toBeVisible();
  expect(await search.boundingBox()).toEqual(before);
});

test.describe('with pictures', () => {
  test('axe finds nothing, and every bar is wide enough to touch', async ({ page }) => {
    test.slow();
    await openLarge(page);
    await added(page).getByRole('link', { name: /^2024/ }).click();
    await expectAccessible(page);
    for (const { width, height } of await sizesOf(page)) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(23.9);
    }
  });
});

function sizesOf(page: Page): Promise<{ width: number; height: number }[]> {
  return added(page)
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => {
        const { width, height } = link.getBoundingClientRect();
        return { width, height };
      }),
    );
}
