import type { Page } from '@playwright/test';
import { makeContents } from '../../../src/demo/music/contents.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { DEMO_USER, ownerOf } from '../../../src/demo/music/owners.ts';
import { expectAccessible } from '../../support/axe.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const LARGE = 'Slow Sunday';
const SONGS = 400;

const { user, playlists: ordinary } = makeLibrary({ playlists: 20 });
/** Only the first playlist is large, and the person's own. */
const playlists = ordinary.map(
  (playlist, place) =>
    playlist && {
      ...playlist,
      ...(place === 0 ? { owner: ownerOf(DEMO_USER), collaborative: false } : {}),
      items: { href: playlist.href, total: place === 0 ? SONGS : 10 + place },
    },
);
const library = { user, playlists, ...makeContents({ playlists, seed: 7, liked: 130 }) };

test.use({ spotifyOptions: { library } });

const slider = (page: Page, name: 'Added from' | 'Added until') =>
  page.getByRole('slider', { name });

test('the days of adding: one range by drag, by key and in the text of the search, and nothing moves', async ({
  loggedIn: page,
}) => {
  await playlistsPage(page).link(LARGE).click();
  const { status, search, table } = itemsPage(page, 'Tracks');
  const strip = page.getByRole('group', { name: 'Added' });
  const from = slider(page, 'Added from');
  const until = slider(page, 'Added until');
  const before = await table.boundingBox();
  await expect(status).toHaveText(`${SONGS} songs`);
  await expect(strip).toBeVisible();
  expect((await table.boundingBox())?.y).toBe(before?.y);

  await test.step('by key, and Escape', async () => {
    const last = Number(await until.getAttribute('aria-valuemax'));
    await until.focus();
    await page.keyboard.press('Home');
    await expect(until).toHaveAttribute('aria-valuenow', '0');
    await expect(search).toHaveValue(/^added:20\d\d-\d\d/);
    await expect(status).toHaveText(/^\d of 400 songs$/);
    await page.keyboard.press('ArrowRight');
    await expect(until).toHaveAttribute('aria-valuenow', '1');
    await expect(from).toHaveAttribute('aria-valuemax', '1');
    await page.keyboard.press('Escape');
    await expect(until).toHaveAttribute('aria-valuenow', String(last));
    await expect(search).toHaveValue('');
    await expect(status).toHaveText(`${SONGS} songs`);
  });
  await test.step('typed, beside another word', async () => {
    await search.fill('the added:2024..2025');
    await expect(from).toHaveAttribute('aria-valuetext', /2024$/);
    await expect(until).toHaveAttribute('aria-valuetext', /2025$/);
    await expectAccessible(page);
  });
  await test.step('dragged', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const { x = 0, y = 0, width = 0, height = 0 } = (await strip.boundingBox()) ?? {};
    await page.mouse.move(x + 0.02 * width, y + height / 3);
    await page.mouse.down();
    await page.mouse.move(x + 0.3 * width, y + height / 3, { steps: 4 });
    await page.mouse.up();
    await expect(search).toHaveValue(/^the added:20\d\d.*\.\.20\d\d/);
    await expect(page).toHaveURL(/\?q=the\+added%3A20/);
    await expect(status).toHaveText(/^\d+ of 400 songs$/);
    await page.getByRole('button', { name: 'All dates' }).click();
    await expect(search).toHaveValue('the');
  });
});
