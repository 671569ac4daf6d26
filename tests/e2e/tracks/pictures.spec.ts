import type { Page } from '@playwright/test';
import { makeContents } from '../../../src/demo/music/contents.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { DEMO_USER, ownerOf } from '../../../src/demo/music/owners.ts';
import { expectAccessible } from '../../support/axe.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const LARGE = 'Slow Sunday';
const TRACKS = 400;

const { user, playlists: ordinary } = makeLibrary({ playlists: 20 });
/** Only the first playlist is large, and the person's own. */
const playlists = ordinary.map(
  (playlist, place) =>
    playlist && {
      ...playlist,
      ...(place === 0 ? { owner: ownerOf(DEMO_USER), collaborative: false } : {}),
      items: { href: playlist.href, total: place === 0 ? TRACKS : 10 + place },
    },
);
const library = { user, playlists, ...makeContents({ playlists, seed: 7, liked: 130 }) };

test.use({ spotifyOptions: { library } });

const picture = (page: Page, name: RegExp) => page.getByRole('figure', { name });
const added = (page: Page) => picture(page, /^Added/);
const released = (page: Page) => picture(page, /^Released/);
/** The number in the name of a bar. */
const countOf = (label: string) => Number(/: ([\d,]+)/.exec(label)?.[1]?.replace(',', ''));

test('beside each number of tracks stands a bar as long as the number is large', async ({
  loggedIn: page,
}) => {
  const { row, status, search } = playlistsPage(page);
  const other = playlists[5]?.name ?? '';
  const cell = (name: string) => row(name).getByRole('cell').nth(2);
  const lengthOf = async (name: string) =>
    (await cell(name).locator('svg rect').boundingBox())?.width ?? 0;
  await expect(cell(LARGE)).toHaveText('400');
  expect(await lengthOf(LARGE)).toBeGreaterThan(20);
  const shorter = await lengthOf(other);
  expect(shorter).toBeLessThan(await lengthOf(LARGE));
  await search.fill(`"${other}"`);
  await expect(status).toHaveText('1 of 20 playlists');
  // The largest of the found playlists is a different one now.
  await expect.poll(() => lengthOf(other)).toBeGreaterThan(shorter);
  await search.fill('');
  await expect(status).toHaveText('20 playlists');
  await expect(cell(LARGE).getByRole('img')).toHaveCount(0);

  await test.step('nothing moves when the pictures of liked songs come', async () => {
    await page.getByRole('link', { name: 'Liked songs', exact: true }).first().click();
    const box = page.getByRole('searchbox', { name: 'Search liked songs' });
    await expect(box).toBeVisible();
    const before = await box.boundingBox();
    await expect(status).toHaveText('130 songs');
    await expect(added(page)).toBeVisible();
    await expect(released(page)).toBeVisible();
    expect(await box.boundingBox()).toEqual(before);
  });
});

test('the pictures of a playlist say what they show, and find it by click and by key', async ({
  loggedIn: page,
}) => {
  test.slow();
  const { link, status } = playlistsPage(page);
  const search = page.getByRole('searchbox');
  const bars = added(page).getByRole('link');
  await link(LARGE).click();
  await expect(status).toHaveText('400 tracks');

  await test.step('in words, and every track is counted', async () => {
    await expect(added(page)).toHaveAccessibleName(/^Added 20\d\d–20\d\d, most in 20\d\d$/);
    await expect(released(page)).toHaveAccessibleName(
      /^Released 19\d\d–20\d\d, most in \d{4}–\d{4}$/,
    );
    const labels = await bars.allTextContents();
    expect(labels.length).toBeGreaterThan(3);
    expect(labels.map(countOf).reduce((sum, count) => sum + count)).toBe(TRACKS);
  });

  await test.step('axe finds nothing, and every bar is wide enough to touch', async () => {
    await expectAccessible(page);
    for (const { width, height } of await sizesOf(page)) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(23.9);
    }
  });

  const bar = added(page).getByRole('link', { name: /^2025/ });
  await test.step('a click finds what a bar stands for', async () => {
    const label = (await bar.textContent()) ?? '';
    await bar.click();
    await expect(page).toHaveURL(/\?q=added%3A2025$/);
    await expect(search).toHaveValue('added:2025');
    await expect(status).toHaveText(`${countOf(label)} of 400 tracks`);
    await expect(bar).toHaveAttribute('aria-current', 'true');
    await expect(added(page).locator('[aria-current]')).toHaveCount(1);
  });
  await test.step('both pictures together', async () => {
    const decade = released(page).getByRole('link', { name: /^1990–1999/ });
    await decade.click();
    await expect(search).toHaveValue('added:2025 released:1990..1999');
    await expect(bar).toHaveAttribute('aria-current', 'true');
    await decade.click();
    await expect(search).toHaveValue('added:2025');
  });
  await test.step('back and forth', async () => {
    await page.goBack();
    await expect(search).toHaveValue('added:2025 released:1990..1999');
    await page.goForward();
    await expect(search).toHaveValue('added:2025');
  });
  await test.step('another click finds all again', async () => {
    await bar.click();
    await expect(page).toHaveURL(/\/playlists\/\w+$/);
    await expect(status).toHaveText('400 tracks');
    await expect(added(page).locator('[aria-current]')).toHaveCount(0);
  });
  await test.step('the arrows go from bar to bar, Enter and Space find', async () => {
    const last = (await bars.count()) - 1;
    const yearOf = async (place: number) =>
      (await bars.nth(place).textContent())?.slice(0, 4) ?? '';
    await bars.first().focus();
    await page.keyboard.press('End');
    await expect(bars.last()).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(bars.nth(last - 1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue(`added:${await yearOf(last - 1)}`);
    await expect(bars.nth(last - 1)).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(search).toHaveValue(`added:${await yearOf(1)}`);
    await page.keyboard.press('Tab');
    // The bar that had the focus last is the one that Tab comes to.
    await expect(released(page).getByRole('link', { name: /^1990–1999/ })).toBeFocused();
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
