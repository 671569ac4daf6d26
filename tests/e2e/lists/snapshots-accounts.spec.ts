import type { Page } from '@playwright/test';
import { FRIENDS } from '../../../src/demo/music/owners.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { listIsKept, putStored, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const LIST = 'library:playlist:all';
const LIST_PAGES = /\/me\/playlists\?/;
const PROFILE = /\/v1\/me$/;
const HOUR_MS = 3_600_000;
const [FRIEND] = FRIENDS;

/** Ends the login at Spotify, so that cached lists stay; returns a function that logs in again. */
async function endLogin(page: Page, spotify: SimulatedSpotify) {
  await listIsKept(page);
  spotify.faults.arm('unauthorized', { on: 'playlists', times: Number.POSITIVE_INFINITY });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const again = playlistsPage(page).alert.getByRole('button', { name: 'Log in again' });
  await expect(again).toBeVisible();
  spotify.faults.clear();
  return again;
}

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

test('after a new login what is kept is shown once Spotify has said whose login it is, and nothing of it to another account', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  const { table, status } = playlistsPage(page);

  await test.step('the same account', async () => {
    const again = await endLogin(page, spotify);
    const list = holdAnswers(network, LIST_PAGES);
    const profile = holdAnswers(network, PROFILE);
    await again.click();
    // The profile is asked for once the list has taken two seconds.
    await hurry(page, () => expect.poll(() => profile.waiting).toBe(1));
    await expect(table).toHaveAttribute('aria-rowcount', '1');
    await expect(table).toHaveAttribute('aria-busy', 'true');
    profile.letAllPass();
    await expect(table).toHaveAttribute('aria-rowcount', '121');
    await expect(status).toHaveText('120 playlists');
    expect(list.waiting).toBe(1);
    list.letAllPass();
    await expect(page.getByText('updated just now')).toBeVisible();
    await expect(table).toHaveAttribute('aria-busy', 'false');
  });
  await test.step('another account, for which it is removed', async () => {
    const again = await endLogin(page, spotify);
    spotify.user = FRIEND;
    const list = holdAnswers(network, LIST_PAGES);
    await again.click();
    await hurry(page, () => expect(page.getByRole('banner')).toContainText(FRIEND.displayName));
    await expect.poll(() => storedRecords(page)).not.toHaveProperty(LIST);
    await expect(table).toHaveAttribute('aria-rowcount', '1');
    list.letAllPass();
    await expect(status).toHaveText('120 playlists');
    await listIsKept(page);
    const kept = (await storedRecords(page))[LIST];
    expect(kept).toMatchObject({ accountId: FRIEND.accountId });
  });
});

test('a damaged record is passed over, and covers are not taken from one that is more than an hour old', async ({
  page,
  network,
  spotify: _,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  await listIsKept(page);
  const { table, status, alert } = playlistsPage(page);
  const good = Object((await storedRecords(page))[LIST]);
  const [first, ...others] = good.rows;
  const covers = page.getByRole('table').locator('img');
  const rows = good.rows.map((row: object) => ({
    ...row,
    coverUrl: 'https://i.scdn.co/image/ended',
  }));

  await test.step('covers', async () => {
    await putStored(page, LIST, { ...good, rows });
    await page.reload();
    await expect(covers).not.toHaveCount(0);
    await putStored(page, LIST, { ...good, rows, savedAt: good.savedAt - HOUR_MS - 60_000 });
    const list = holdAnswers(network, LIST_PAGES);
    await page.reload();
    await expect.poll(() => list.waiting).toBe(1);
    await expect(table).toHaveAttribute('aria-rowcount', '121');
    await expect(covers).toHaveCount(0);
    list.letAllPass();
    await expect(table).toHaveAttribute('aria-busy', 'false');
  });
  // Each kind of damage is tested in Node.
  await test.step('damage', async () => {
    // The list that was just read is stored a moment later, over whatever is there.
    await expect
      .poll(async () => Object((await storedRecords(page))[LIST]).savedAt)
      .toBeGreaterThan(good.savedAt - HOUR_MS);
    await putStored(page, LIST, { ...good, rows: [{ ...first, name: 7 }, ...others] });
    const list = holdAnswers(network, LIST_PAGES);
    await page.reload();
    await expect.poll(() => list.waiting).toBe(1);
    await expect(table).toHaveAttribute('aria-rowcount', '1');
    list.letAllPass();
    await hurry(page, () => expect(status).toHaveText('120 playlists'));
    await expect(alert).toHaveCount(0);
    // The cached lists are valid again.
    await expect
      .poll(async () => Object((await storedRecords(page))[LIST]))
      .toMatchObject({ version: good.version, accountId: good.accountId, rows: good.rows });
  });
});
