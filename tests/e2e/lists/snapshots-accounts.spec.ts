import type { Page } from '@playwright/test';
import { FRIENDS } from '../../../src/demo/music/owners.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { allIsKept, putStored, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const LIST = 'library:playlist:all';
const LIST_PAGES = /\/me\/playlists\?/;
const PROFILE = /\/v1\/me$/;
const HOUR_MS = 3_600_000;
const [FRIEND] = FRIENDS;

/** Ends the login at Spotify, so that cached lists stay; returns a function that logs in again. */
async function endLogin(page: Page, spotify: SimulatedSpotify) {
  await allIsKept(page);
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

test('after a new login what is kept is shown once Spotify has said whose login it is', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  await comeBack(page);
  const again = await endLogin(page, spotify);
  const list = holdAnswers(network, LIST_PAGES);
  const profile = holdAnswers(network, PROFILE);
  await again.click();
  const { table, status } = playlistsPage(page);
  await expect.poll(() => profile.waiting).toBe(1);
  await expect(table).toHaveAttribute('aria-rowcount', '2');
  await expect(table).toHaveAttribute('aria-busy', 'true');
  profile.letAllPass();
  await expect(table).toHaveAttribute('aria-rowcount', '122');
  await expect(status).toHaveText('120 playlists');
  expect(list.waiting).toBe(1);
  list.letAllPass();
  await expect(page.getByText('As of just now')).toBeVisible();
});

test('the login of another account shows nothing of the first one, and removes it', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  await comeBack(page);
  const again = await endLogin(page, spotify);
  spotify.user = FRIEND;
  const list = holdAnswers(network, LIST_PAGES);
  await again.click();
  const { table, status } = playlistsPage(page);
  await expect(page.getByRole('banner')).toContainText(FRIEND.displayName);
  await expect.poll(() => storedRecords(page)).not.toHaveProperty(LIST);
  await expect(table).toHaveAttribute('aria-rowcount', '2');
  list.letAllPass();
  await expect(status).toHaveText('120 playlists');
  await allIsKept(page);
  const kept = (await storedRecords(page))[LIST];
  expect(kept).toMatchObject({ accountId: FRIEND.accountId });
});

test('a record that is damaged, newer, too old or somebody else’s is passed over', async ({
  loggedIn: page,
  network,
  spotify: _,
}) => {
  await allIsKept(page);
  const good = Object((await storedRecords(page))[LIST]);
  const [first, ...others] = good.rows;
  const bad: Readonly<Record<string, unknown>> = {
    'a text': 'rows',
    'no rows': { ...good, rows: undefined },
    'an odd row': { ...good, rows: [{ ...first, name: 7 }, ...others] },
    'a newer version': { ...good, version: 2 },
    'a day old': { ...good, savedAt: Date.now() - 24 * HOUR_MS - 1 },
    'another account’s': { ...good, accountId: FRIEND.accountId },
    'another app’s': { ...good, clientId: 'f'.repeat(32) },
  };
  const { table, status, alert } = playlistsPage(page);
  for (const [name, record] of Object.entries(bad)) {
    await test.step(name, async () => {
      await putStored(page, LIST, record);
      const list = holdAnswers(network, LIST_PAGES);
      await page.reload();
      await expect.poll(() => list.waiting).toBe(1);
      await expect(table).toHaveAttribute('aria-rowcount', '2');
      list.letAllPass();
      await expect(status).toHaveText('120 playlists');
      await expect(alert).toHaveCount(0);
      // The cached lists are valid again.
      await expect
        .poll(async () => Object((await storedRecords(page))[LIST]))
        .toMatchObject({ version: good.version, accountId: good.accountId, rows: good.rows });
    });
  }
});

test('covers are not taken from a list that is more than an hour old', async ({
  page,
  network,
  spotify: _,
  comeBack,
}) => {
  await page.clock.install();
  await comeBack(page);
  await allIsKept(page);
  const good = Object((await storedRecords(page))[LIST]);
  const rows = good.rows.map((row: object) => ({
    ...row,
    coverUrl: 'https://i.scdn.co/image/ended',
  }));
  const covers = page.getByRole('table').locator('img');
  await putStored(page, LIST, { ...good, rows });
  await page.reload();
  await expect(covers).not.toHaveCount(0);
  await putStored(page, LIST, { ...good, rows, savedAt: good.savedAt - HOUR_MS - 60_000 });
  holdAnswers(network, LIST_PAGES);
  await page.reload();
  await expect(playlistsPage(page).table).toHaveAttribute('aria-rowcount', '122');
  await expect(covers).toHaveCount(0);
});
