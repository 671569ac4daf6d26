import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { expect, test } from '../fixtures.ts';
import { followLayoutShifts, layoutShifts } from './layout-shifts.ts';

const DAY_MS = 86_400_000;
const TABLET = { width: 768, height: 900 };

/** Delay between answers, so that each is drawn on its own. */
const ANSWERS_AFTER_MS = 60;

const library = makeLibrary({ playlists: 120, liked: 312 });

const described = library.playlists.find(
  (playlist) => playlist?.description && playlist.owner?.id === library.user.id,
);

test.use({ spotifyOptions: { library } });

test.beforeEach(({ context }) => followLayoutShifts(context));

/** Waits until the table of playlists has its extras. */
async function isFull(page: Page): Promise<void> {
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
  await expect(page.getByRole('button', { name: /^(Columns|Display)$/ }).first()).toBeVisible();
  await expect(page.getByText('Ada Lindqvist', { exact: true }).first()).toBeAttached();
  await page.locator('#account-menu').waitFor({ state: 'attached' });
}

/** Waits until a table of tracks has its extras. */
async function hasPictures(page: Page, name: 'Tracks' | 'Liked songs'): Promise<void> {
  await expect(itemsPage(page, name).table).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('.histogram-text')).toContainText(/20\d\d/);
  await expect(page.getByRole('button', { name: /^(Columns|Display)$/ }).first()).toBeVisible();
}

/** Moves the focus down the rows and expects that no notice covers the focused one. */
async function expectUncovered(page: Page): Promise<void> {
  const { alert, table } = playlistsPage(page);
  const focused = table.locator('tr:focus');
  await table.getByRole('row').nth(1).focus();
  for (let row = 0; row < 20; row += 1) await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText(library.playlists[20]?.name ?? '');
  const [row, notice] = await Promise.all([focused.boundingBox(), alert.boundingBox()]);
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(notice?.y ?? 0);
}

for (const width of [1280, 320]) {
  test(`in a window ${width} px wide nothing jumps from a login’s answer on, while the pages fill, the first time and later`, async ({
    page,
    network,
    reachConsent,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const expectStill = async (where: string) =>
      expect(await layoutShifts(page), where).toEqual([]);

    const back = await reachConsent(page);
    const token = holdAnswers(network, /\/api\/token$/);
    network.slowDown(ANSWERS_AFTER_MS);
    await page.goto(back.href);
    await expect(page.getByRole('heading', { name: 'Logging in' })).toBeVisible();
    token.letAllPass();
    await isFull(page);
    await expectStill('from the answer to the list');
    await page.reload();
    await isFull(page);
    await playlistsPage(page)
      .link(described?.name ?? '')
      .click();
    await page.getByText(described?.description ?? '').waitFor();
    await hasPictures(page, 'Tracks');
    await expectStill('the list once more, and a playlist opened from it');
    await page.reload();
    await hasPictures(page, 'Tracks');
    await expectStill('the playlist by its address');
    if (width > 1000) {
      await page.setViewportSize(TABLET);
      await page.reload();
      await hasPictures(page, 'Tracks');
      await expectStill('the playlist on a tablet');
    }
    await page.getByRole('link', { name: 'Liked songs', exact: true }).click();
    await hasPictures(page, 'Liked songs');
    await page.reload();
    await hasPictures(page, 'Liked songs');
    await expectStill('the liked songs');
    for (const path of ['/flow', '/flow/steps', '/flow/result']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await expectStill(path);
    }
    if (width > 1000) {
      await page.goto('/playlists');
      await isFull(page);
      await expectStill('the list on a tablet');
    }
  });
}

test('no row jumps when something is said of the load or the login, and no notice covers the focus', async ({
  page,
  spotify,
  redirectUris,
  allowNetworkErrors,
}) => {
  test.slow();
  allowNetworkErrors();
  await page.clock.install();
  await storeLogin(page, spotify, redirectUris[0] ?? '');
  const { alert, status } = playlistsPage(page);
  const slowDown = page.getByText('Spotify asked us to slow down.');
  const onSecondPage = { on: 'playlists', offset: 50 } as const;
  for (const width of [1280, 390]) {
    await test.step(`${width} px wide`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await forgetLists(page);
      spotify.faults.arm('server-error-503', { ...onSecondPage, times: Number.POSITIVE_INFINITY });
      await page.goto('/playlists');
      await hurry(page, () => expect(alert).toBeInViewport({ ratio: 1 }));
      await expect(status).toHaveText('70 of 120 playlists loaded');
      expect(await layoutShifts(page)).toEqual([]);
      await expectUncovered(page);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      spotify.faults.clear();
      spotify.faults.arm('rate-limited', { ...onSecondPage, retryAfter: 9 });
      await alert.getByRole('button', { name: 'Resume' }).press('Enter');
      await expect(slowDown).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => scrollY), 'the way to the button').toBe(0);
      await hurry(page, () => isFull(page));
      expect(await layoutShifts(page)).toEqual([]);
      await listIsKept(page);
    });
  }
  await page.clock.setFixedTime(Date.now() + 171 * DAY_MS);
  for (const [path, width] of [
    ['/playlists', 390],
    ['/playlists', 1280],
    ['/liked', 1280],
    ['/flow', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    await expect(page.getByRole('complementary', { name: 'About your login' })).toBeVisible();
    await expect(page.getByRole('table').or(page.getByRole('list')).first()).toBeVisible();
    expect(await layoutShifts(page), `${path}, ${width} px`).toEqual([]);
  }
});
