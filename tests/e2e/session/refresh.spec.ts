import { accountOf } from '../../support/account.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import {
  forgetLists,
  listIsKept,
  putStored,
  storedRecords,
  storedSession,
} from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

test('[row 39, row 65, s15, s16] a token that has ended is renewed unnoticed, and while that fails the login is kept and goes on, offline by itself', async ({
  loggedIn: page,
  context,
  network,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const alert = page.getByRole('alert');
  const table = tableOf(page);
  const flow = page.getByRole('link', { name: 'Login flow' });
  const playlists = page.getByRole('link', { name: 'Playlists' });
  let now = Date.now();
  const passTwoHours = () => {
    now += 2 * HOUR_MS;
    return page.clock.setFixedTime(now);
  };
  await listIsKept(page);

  await test.step('nobody notices', async () => {
    await flow.click();
    await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
    await passTwoHours();
    await playlists.click();
    await expect(table).toHaveAttribute('aria-rowcount', '121');
    // The list is read again to its end: what still ran when the clock is set would renew once more.
    await expect.poll(() => countOf(spotify, 'playlists')).toBe(6);
    await expect(alert).toHaveCount(0);
    expect(countOf(spotify, 'refresh')).toBe(1);
    const [refresh] = network.requestsTo(/\/api\/token$/);
    // [row 65] Without a scope: asking for less would narrow the token for every tab.
    expect([...new URLSearchParams(refresh?.body).keys()].sort()).toEqual([
      'client_id',
      'grant_type',
      'refresh_token',
    ]);
    await listIsKept(page);
  });

  await test.step('Spotify’s login service asks to slow down', async () => {
    const { refreshToken } = await storedSession(page);
    spotify.faults.arm('rate-limited-no-cors', { on: 'refresh', times: Number.POSITIVE_INFINITY });
    await passTwoHours();
    await page.reload();
    await expect(alert).toContainText('Your login is kept');
    await expect(accountOf(page)).toBeVisible();
    expect((await storedSession(page)).refreshToken).toBe(refreshToken);
    spotify.faults.clear();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(table).toHaveAttribute('aria-rowcount', '121');
    await expect(alert).toHaveCount(0);
    // The next outage begins when this one is over for the tokens too.
    await expect.poll(async () => (await storedSession(page)).issuedAt).toBe(now);
    await listIsKept(page);
  });

  await test.step('offline, and back', async () => {
    await flow.click();
    await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
    const before = countOf(spotify, 'refresh');
    await passTwoHours();
    await context.setOffline(true);
    await playlists.click();
    await expect(alert).toBeVisible();
    await expect(accountOf(page)).toBeVisible();
    await context.setOffline(false);
    await expect(alert).toHaveCount(0);
    await expect(table).toHaveAttribute('aria-rowcount', '121');
    await expect.poll(() => countOf(spotify, 'refresh')).toBe(before + 1);
  });
});

test('[row 39, row 67, s16] the day on which a login ends is told nine days before, and one that Spotify has ended leaves rows and Client ID, and one click logs in again', async ({
  loggedIn: page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  await listIsKept(page);
  const notice = page.getByRole('complementary', { name: 'About your login' });
  await expect(notice).toHaveCount(0);
  const session = await storedSession(page);
  const authorizedAt = session.authorizedAt - 171 * DAY_MS;
  await putStored(page, 'session', { ...session, authorizedAt });
  await forgetLists(page);
  spotify.faults.arm('forbidden', { on: 'playlists', skip: 1, times: 2 });
  await page.reload();
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  spotify.faults.clear();
  const end = new Date(authorizedAt + 180 * DAY_MS);
  await expect(notice).toContainText(end.toLocaleDateString('en', { dateStyle: 'long' }));
  const other = await page.context().newPage();
  await other.goto('/playlists');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '121');
  spotify.faults.arm('invalid-grant', { on: 'refresh' });
  await page.clock.setFixedTime(Date.now() + 2 * HOUR_MS);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('alert')).toContainText('Spotify has ended this login');
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '51');
  await expect(accountOf(page)).toHaveCount(0);
  expect(Object.keys(await storedRecords(page))).not.toContain('session');
  // A tab with a complete list is notified of the end too, and keeps its rows.
  await expect(other.getByRole('alert')).toContainText('Spotify has ended this login');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '121');

  await page.getByRole('button', { name: 'Log in again' }).click();
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
  expect(countOf(spotify, 'refresh')).toBe(1);
  await expect(other.getByRole('alert')).toHaveCount(0);
  await expect(notice).toHaveCount(0);
});
