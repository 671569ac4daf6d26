import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { allIsKept, forgetLists, storedSession } from '../../support/stored.ts';
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

test('a reload stays logged in, and the login form never shows, not even for a moment', async ({
  page,
  spotify,
  logIn,
}) => {
  const wasSeen = await watchForLogInForm(page);
  await page.goto('/playlists');
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  expect(await wasSeen()).toBe(true);

  await logIn(page);
  for (const path of ['/playlists', '/', '/login', '/flow']) {
    await page.goto(path);
    await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await wasSeen(), path).toBe(false);
  }
  expect(countOf(spotify, 'token')).toBe(1);
});

test('a new tab is logged in, without a request to Spotify’s login service', async ({
  loggedIn: _,
  context,
  network,
  spotify,
}) => {
  const asked = network.requestsTo(/accounts\.spotify\.com/).length;
  const other = await context.newPage();
  const wasSeen = await watchForLogInForm(other);
  await other.goto('/');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '122');
  await expect(other.getByText(spotify.user.displayName).first()).toBeVisible();
  expect(await wasSeen()).toBe(false);
  expect(network.requestsTo(/accounts\.spotify\.com/)).toHaveLength(asked);
});

test('a tab that shows the login form goes on by itself when another tab logs in', async ({
  page,
  context,
  spotify,
  logIn,
}) => {
  const waiting = await context.newPage();
  await waiting.goto('/playlists');
  await expect(waiting.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  await logIn(page);
  await expect(tableOf(waiting)).toHaveAttribute('aria-rowcount', '122');
  expect(countOf(spotify, 'token')).toBe(1);
});

test('[s3] two logins begun in two tabs both end well in the other order', async ({
  page,
  context,
  network,
  reachConsent,
}) => {
  const other = await context.newPage();
  const first = await reachConsent(page);
  const second = await reachConsent(other);
  await other.goto(second.href);
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '122');
  await page.goto(first.href);
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '122');
  expect(network.requestsTo(TOKEN)).toHaveLength(2);
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
  expect(refusals).toBe(1);
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
});

test('[row 61] four tabs whose token has ended make one refresh, and all show their rows', async ({
  loggedIn: page,
  context,
  network,
  spotify,
}) => {
  test.slow();
  const tabs = [page, ...(await Promise.all([1, 2, 3].map(() => context.newPage())))];
  for (const tab of tabs) await tab.goto('/flow');
  await page.clock.setFixedTime(Date.now() + 2 * HOUR_MS);
  const held = holdAnswers(network, TOKEN);
  for (const tab of tabs) await tab.getByRole('link', { name: 'Playlists' }).click();
  const waiting = () => page.evaluate(async () => (await navigator.locks.query()).pending?.length);
  await expect.poll(waiting).toBe(3);
  held.letAllPass();
  for (const tab of tabs) await expect(tableOf(tab)).toHaveAttribute('aria-rowcount', '122');
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test('a refresh in one tab reaches the page of another', async ({
  loggedIn: page,
  context,
  spotify,
}) => {
  await page.goto('/flow');
  const other = await context.newPage();
  await other.goto('/flow');
  await other.getByRole('button', { name: 'Reveal access token' }).click();
  const before = await storedSession(page);
  await expect(other.getByRole('region', { name: 'Result' })).toContainText(before.accessToken);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(other.getByRole('region', { name: 'Result' })).not.toContainText(before.accessToken);
  const { accessToken } = await storedSession(page);
  await expect(other.getByRole('region', { name: 'Result' })).toContainText(accessToken);
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test.describe('a library of 1,000 playlists', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 1_000 }) } });

  test('[s9] six requests that meet a dead token at once make one refresh, and every row comes', async ({
    loggedIn: page,
    network,
    spotify,
    allowNetworkErrors,
  }) => {
    allowNetworkErrors();
    // A cached list would be drawn without a request.
    await allIsKept(page);
    await forgetLists(page);
    const before = countOf(spotify, 'playlists');
    // The first page succeeds, then all concurrent requests get a 401.
    spotify.faults.arm('unauthorized', { on: 'playlists', skip: 1, times: 6 });
    const held = holdAnswers(network, TOKEN);
    await page.reload();
    await expect.poll(() => countOf(spotify, 'playlists') - before).toBe(7);
    held.letAllPass();
    await expect(page.getByRole('status')).toHaveText('1,000 playlists');
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '1002');
    expect(countOf(spotify, 'refresh')).toBe(1);
  });
});
