import { makeLibrary } from '../../../src/demo/music/data.ts';
import { ownerOf } from '../../../src/demo/music/owners.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { clientIdBoxOf, logOut } from '../../support/log-in-form.ts';
import { playlistsPage, tableOf } from '../../support/playlists-page.ts';
import { answerOf, countOf, simulateSpotify } from '../../support/simulated-spotify.ts';
import { allIsKept, ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;

test('[row 68] a log-out in one tab reaches the others and leaves nothing but the Client ID', async ({
  page,
  context,
  network,
  spotify,
  logIn,
  reachConsent,
}) => {
  await logIn(page);
  const other = await context.newPage();
  await other.goto('/playlists');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '122');
  // A third tab had begun to log in.
  await logOut(page);
  await expect(clientIdBoxOf(other)).toBeVisible();
  const third = await context.newPage();
  const callback = await reachConsent(third);
  await logIn(page);
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '122');
  await allIsKept(page);
  const kept = async () =>
    Object.keys(await storedRecords(page)).filter((key) => !key.startsWith('library:'));
  // The Client ID, the session, the login flow, and the pending login.
  await expect.poll(kept).toHaveLength(4);

  await logOut(page);
  await expect(clientIdBoxOf(other)).toBeVisible();
  for (const tab of [page, other]) {
    await expect(tableOf(tab)).toHaveCount(0);
    await expect(tab.getByText(spotify.user.displayName)).toHaveCount(0);
    await expect(tab.getByRole('button', { name: 'Log out' })).toHaveCount(0);
  }
  await expect.poll(() => storedRecords(page)).toEqual(ONLY_CLIENT_ID);
  const tokens = network.requestsTo(TOKEN).length;
  await third.goto(callback.href);
  await expect(third.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(tokens);
});

test('[row 69] Back after a log-out shows neither rows nor a name', async ({
  loggedIn: page,
  spotify,
}) => {
  await page.goto('/flow');
  await page.goto('/playlists');
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  await logOut(page);
  for (const go of ['goBack', 'goBack', 'goForward'] as const) {
    await page[go]();
    await expect(clientIdBoxOf(page)).toBeVisible();
    await expect(tableOf(page)).toHaveCount(0);
    await expect(page.getByText(spotify.user.displayName)).toHaveCount(0);
  }
});

for (const event of ['pageshow', 'visibilitychange'] as const) {
  test(`[row 69] after a ${event} what is stored decides, not what the page remembers`, async ({
    loggedIn: page,
    spotify,
  }) => {
    await expect(page.getByText(spotify.user.displayName).first()).toBeVisible();
    await page.evaluate(async (type) => {
      // As by a log-out whose message this page missed while suspended.
      const opening = indexedDB.open('liner-notes');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const transaction = opening.result.transaction('liner-notes', 'readwrite');
      transaction.objectStore('liner-notes').delete('session');
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      opening.result.close();
      if (type === 'pageshow') dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
      else document.dispatchEvent(new Event(type));
    }, event);
    await expect(clientIdBoxOf(page)).toBeVisible();
    await expect(tableOf(page)).toHaveCount(0);
    await expect(page.getByText(spotify.user.displayName)).toHaveCount(0);
  });
}

test('[row 68, s8] a log-out wins over a refresh that is under way in another tab', async ({
  loggedIn: page,
  context,
  network,
  spotify,
}) => {
  await page.goto('/flow');
  const other = await context.newPage();
  await other.goto('/playlists');
  await expect(tableOf(other)).toHaveAttribute('aria-busy', 'false');
  const held = holdAnswers(network, TOKEN);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect.poll(() => network.requestsTo(TOKEN)).toHaveLength(1);
  await logOut(other);
  await expect(clientIdBoxOf(page)).toBeVisible();
  held.letAllPass();
  // The next holder of the lock runs after the refresh and the log-out.
  await page.evaluate(() => navigator.locks.request('liner-notes', () => undefined));
  expect(countOf(spotify, 'refresh')).toBe(1);
  await expect.poll(() => storedRecords(page)).toEqual(ONLY_CLIENT_ID);
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(clientIdBoxOf(tab)).toBeVisible();
  }
  expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
});

test('[s6] a log-out while a login is being finished in another tab leaves nobody logged in', async ({
  page,
  context,
  network,
  logIn,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  const other = await context.newPage();
  await logIn(other);
  const held = holdAnswers(network, TOKEN);
  await page.goto(callback.href);
  await expect.poll(() => network.requestsTo(TOKEN)).toHaveLength(2);
  await logOut(other);
  held.letAllPass();
  await expect(page.getByRole('button', { name: 'Log in again' })).toBeVisible();
  await expect.poll(() => storedRecords(page)).toEqual(ONLY_CLIENT_ID);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
});

const BOB = { accountId: 'acc-bob', id: 'bob', displayName: 'Bob Bygg' };
const BOBS = makeLibrary({ playlists: 3 }).playlists.map(
  (playlist) => playlist && { ...playlist, name: `Bob’s ${playlist.name}`, owner: ownerOf(BOB) },
);

test('[row 70] another account that logs in after a log-out meets nothing of the first', async ({
  page,
  network,
  spotify,
  redirectUris,
  logIn,
}) => {
  await logIn(page);
  await expect(page.getByRole('banner')).toContainText(spotify.user.displayName);
  await logOut(page);
  const library = { user: BOB, playlists: BOBS };
  const bobs = answerOf(await simulateSpotify(redirectUris, { library, user: BOB }));
  for (const host of ['accounts', 'api']) network.hosts.set(`${host}.spotify.com`, bobs);
  await logIn(page);
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '5');
  const names = (await playlistsPage(page).shownRows()).map(({ name }) => name);
  expect(names).toEqual([1, 2, 3].map(() => expect.stringMatching(/^Bob’s/)));
  await expect(page.getByRole('banner')).toContainText(BOB.displayName);
  await expect(page.getByText(spotify.user.displayName)).toHaveCount(0);
});

test('[row 70] an account that logs in over another in a second tab has its rows read afresh in both', async ({
  page,
  context,
  spotify,
  logIn,
  reachConsent,
}) => {
  const other = await context.newPage();
  spotify.user = BOB;
  const callback = await reachConsent(other);
  spotify.user = { ...BOB, displayName: 'Ada Alone', accountId: 'acc-ada' };
  await logIn(page);
  await expect(page.getByRole('banner')).toContainText('Ada Alone');
  const before = countOf(spotify, 'playlists');
  await other.goto(callback.href);
  for (const tab of [page, other]) {
    await expect(tab.getByRole('banner')).toContainText(BOB.displayName);
    await expect(tableOf(tab)).toHaveAttribute('aria-busy', 'false');
    await expect(tab.getByText('Ada Alone')).toHaveCount(0);
  }
  expect(countOf(spotify, 'playlists') - before).toBe(2 * before);
});
