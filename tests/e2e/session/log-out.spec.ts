import { accountOf } from '../../support/account.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { clientIdBoxOf, logOut } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { listIsKept, ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;

test('[row 68, s8] a log-out in one tab reaches the others, also one that refreshes and one that logs in, and leaves nothing but the Client ID', async ({
  page,
  context,
  network,
  spotify,
  logIn,
  reachConsent,
}) => {
  const third = await context.newPage();
  const callback = await reachConsent(third);
  const other = await context.newPage();
  await other.goto('/playlists');
  await expect(clientIdBoxOf(other)).toBeVisible();
  await logIn(page);
  await test.step('a tab that shows the login form goes on by itself', async () => {
    await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '121');
    expect(countOf(spotify, 'token')).toBe(1);
  });
  await listIsKept(page);
  const kept = async () =>
    Object.keys(await storedRecords(page)).filter((key) => !key.startsWith('library:'));
  // The Client ID, the session, the login flow, and the pending login.
  await expect.poll(kept).toHaveLength(4);
  await openResult(page);
  const held = holdAnswers(network, TOKEN);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect.poll(() => network.requestsTo(TOKEN)).toHaveLength(2);

  await logOut(other);
  await expect(clientIdBoxOf(page)).toBeVisible();
  held.letAllPass();
  // The next holder of the lock runs after the refresh and the log-out.
  await page.evaluate(() => navigator.locks.request('liner-notes', () => undefined));
  for (const tab of [page, other]) {
    await expect(tableOf(tab)).toHaveCount(0);
    await expect(tab.getByText(spotify.user.displayName)).toHaveCount(0);
    await expect(accountOf(tab)).toHaveCount(0);
  }
  await expect.poll(() => storedRecords(page)).toEqual(ONLY_CLIENT_ID);
  await third.goto(callback.href);
  await expect(third.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(2);
  await page.reload();
  await expect(clientIdBoxOf(page)).toBeVisible();
  expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
});

test('[row 69] after Back, or when a page comes back into view, what is stored decides, not what the page remembers', async ({
  page,
  spotify,
  comeBack,
}) => {
  const expectNobody = async () => {
    await expect(clientIdBoxOf(page)).toBeVisible();
    await expect(tableOf(page)).toHaveCount(0);
    await expect(page.getByText(spotify.user.displayName)).toHaveCount(0);
  };
  for (const event of ['pageshow', 'visibilitychange'] as const) {
    await test.step(event, async () => {
      await comeBack(page);
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
      await expectNobody();
    });
  }
  await test.step('Back after a log-out', async () => {
    await comeBack(page);
    await page.goto('/flow');
    await page.goto('/playlists');
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
    await logOut(page);
    for (const go of ['goBack', 'goBack', 'goForward'] as const) {
      await page[go]();
      await expectNobody();
    }
  });
});

const BOB = { accountId: 'acc-bob', id: 'bob', displayName: 'Bob Bygg' };

test('[row 70] an account that logs in over another in a second tab has its rows read afresh in both', async ({
  page,
  context,
  spotify,
  comeBack,
  reachConsent,
}) => {
  const other = await context.newPage();
  spotify.user = BOB;
  const callback = await reachConsent(other);
  spotify.user = { ...BOB, displayName: 'Ada Alone', accountId: 'acc-ada' };
  await comeBack(page);
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
