import type { Page } from '@playwright/test';
import { accountOf } from '../../support/account.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { clientIdBoxOf } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const HOUR_MS = 3_600_000;
const TOKEN = /\/api\/token$/;

/** Records from now on, in every page of this tab, whether the login form was ever there. */
async function watchForLogInForm(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('form, #client-id, .welcome')) Reflect.set(window, 'seen', true);
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'seen') === true);
}

test('a reload and a new tab stay logged in, ask Spotify’s login service nothing, and never show the login form', async ({
  page,
  context,
  network,
  spotify,
  comeBack,
}) => {
  const wasSeen = await watchForLogInForm(page);
  await page.goto('/playlists');
  await expect(clientIdBoxOf(page)).toBeVisible();
  expect(await wasSeen()).toBe(true);

  await comeBack(page);
  for (const path of ['/', '/login', '/flow']) {
    await page.goto(path);
    await expect(accountOf(page)).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(page).toHaveURL(path === '/flow' ? '/flow' : '/playlists');
    expect(await wasSeen(), path).toBe(false);
  }
  const other = await context.newPage();
  const wasSeenThere = await watchForLogInForm(other);
  await other.goto('/');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '121');
  await expect(other.getByText(spotify.user.displayName).first()).toBeVisible();
  expect(await wasSeenThere()).toBe(false);
  expect(network.requestsTo(/accounts\.spotify\.com/)).toEqual([]);
});

test('[row 17, c18] of a tab and its duplicate with the same answer one logs in, with one token request', async ({
  page,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  await page.goto('/login');
  const opened = page.waitForEvent('popup');
  // A window with an opener copies sessionStorage, as a duplicated tab does.
  await page.evaluate(() => {
    window.open('/login');
  });
  const duplicate = await opened;
  await duplicate.waitForLoadState();
  const mark = await duplicate.evaluate(() => sessionStorage.getItem('liner-notes:pending-login'));
  expect(mark).toBe(callback.searchParams.get('state'));

  await Promise.all([page.goto(callback.href), duplicate.goto(callback.href)]);
  const refused = (tab: Page) => tab.getByRole('heading', { name: 'The login did not finish' });
  await expect(tableOf(page).or(refused(page))).toBeVisible();
  await expect(tableOf(duplicate).or(refused(duplicate))).toBeVisible();
  const refusals = (await refused(page).count()) + (await refused(duplicate).count());
  // A refused tab goes on once it has heard of the login of the other one.
  expect(refusals).toBeLessThanOrEqual(1);
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
});

test('[row 61] a refresh in one tab reaches the others, and three tabs whose token has ended make one', async ({
  loggedIn: page,
  context,
  network,
  spotify,
}) => {
  await openResult(page);
  const [other, third] = [await context.newPage(), await context.newPage()];
  const tabs = [page, other, third];
  for (const tab of [other, third]) await tab.goto('/flow/result');
  const result = other.getByRole('region', { name: 'Result' });
  await other.getByRole('button', { name: 'Reveal access token' }).click();
  const before = await storedSession(page);
  await expect(result).toContainText(before.accessToken);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(result).not.toContainText(before.accessToken);
  await expect(result).toContainText((await storedSession(page)).accessToken);
  expect(countOf(spotify, 'refresh')).toBe(1);

  // All pages of a context have this clock.
  await page.clock.setFixedTime(Date.now() + 2 * HOUR_MS);
  const held = holdAnswers(network, TOKEN);
  for (const tab of tabs) await tab.getByRole('link', { name: 'Playlists' }).click();
  const waiting = () => page.evaluate(async () => (await navigator.locks.query()).pending?.length);
  await expect.poll(waiting).toBe(2);
  held.letAllPass();
  for (const tab of tabs) await expect(tableOf(tab)).toHaveAttribute('aria-rowcount', '121');
  expect(countOf(spotify, 'refresh')).toBe(2);
});
