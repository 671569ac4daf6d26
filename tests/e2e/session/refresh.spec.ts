import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { allIsKept, forgetLists, storedRecords, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const HOUR_MS = 3_600_000;

test('an access token that has ended is renewed once and nobody notices, also after a reload', async ({
  loggedIn: page,
  network,
  spotify,
}) => {
  await allIsKept(page);
  await page.clock.setFixedTime(Date.now() + 2 * HOUR_MS);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
  await page.getByRole('link', { name: 'Playlists' }).click();
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  // The list is read again to its end: what still ran when the clock is set would renew once more.
  await expect.poll(() => countOf(spotify, 'playlists')).toBe(6);
  expect(countOf(spotify, 'refresh')).toBe(1);
  await allIsKept(page);

  await page.clock.setFixedTime(Date.now() + 4 * HOUR_MS);
  await page.reload();
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => countOf(spotify, 'refresh')).toBe(2);
  const [, refresh] = network.requestsTo(/\/api\/token$/);
  // [row 65] Without a scope: asking for less would narrow the token for every tab.
  expect([...new URLSearchParams(refresh?.body).keys()].sort()).toEqual([
    'client_id',
    'grant_type',
    'refresh_token',
  ]);
});

test('[s12] a clock set back by two hours costs one refresh and no login', async ({
  loggedIn: page,
  spotify,
}) => {
  await allIsKept(page);
  await page.clock.setFixedTime(Date.now() - 2 * HOUR_MS);
  await page.reload();
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  const before = countOf(spotify, 'playlists');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => countOf(spotify, 'playlists')).toBe(before + 3);
  expect(countOf(spotify, 'refresh')).toBe(1);
});

for (const rotateRefreshTokens of [false, true]) {
  test.describe(`a Spotify that ${rotateRefreshTokens ? 'rotates' : 'keeps'} refresh tokens`, () => {
    test.use({ spotifyOptions: { rotateRefreshTokens } });

    test(`[row 64, ${rotateRefreshTokens ? 'r2' : 'r1'}] the refresh token is ${rotateRefreshTokens ? 'replaced' : 'kept'}, and works the next time too`, async ({
      loggedIn: page,
      spotify,
    }) => {
      const first = await storedSession(page);
      await page.getByRole('link', { name: 'Login flow' }).click();
      const accessToken = async () => (await storedSession(page)).accessToken;
      await page.getByRole('button', { name: 'Refresh now' }).click();
      await expect.poll(accessToken).not.toBe(first.accessToken);
      const second = await storedSession(page);
      expect(second.refreshToken === first.refreshToken).toBe(!rotateRefreshTokens);
      await page.getByRole('button', { name: 'Refresh now' }).click();
      await expect.poll(accessToken).not.toBe(second.accessToken);
      // [row 67] The six months count from the consent.
      expect((await storedSession(page)).authorizedAt).toBe(first.authorizedAt);
      expect(countOf(spotify, 'refresh')).toBe(2);
    });
  });
}

/** Temporary failures of Spotify's token endpoint. */
const OUTAGES = {
  'is down': 'server-error-503',
  'asks to slow down': 'rate-limited-no-cors',
  'asks to slow down in words': 'rate-limited',
  'cannot be reached': 'network-error',
} as const;

test('[row 39, s15, s16] while Spotify’s login service fails nobody is logged out, and one click goes on', async ({
  loggedIn: page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  let now = Date.now();
  for (const [what, fault] of Object.entries(OUTAGES)) {
    await test.step(what, async () => {
      await allIsKept(page);
      const before = await storedSession(page);
      spotify.faults.arm(fault, { on: 'refresh', times: Number.POSITIVE_INFINITY });
      now += 2 * HOUR_MS;
      await page.clock.setFixedTime(now);
      await page.reload();
      await expect(page.getByRole('alert')).toContainText('Your login is kept');
      await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
      expect((await storedSession(page)).refreshToken).toBe(before.refreshToken);

      spotify.faults.clear();
      await page.getByRole('button', { name: 'Resume' }).click();
      await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
      await expect(page.getByRole('alert')).toHaveCount(0);
      // The next outage begins when this one is over for the tokens too.
      await expect.poll(async () => (await storedSession(page)).issuedAt).toBe(now);
    });
  }
});

test('[row 39, s16] a login that Spotify has ended leaves rows and Client ID, and one click logs in again', async ({
  loggedIn: page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  await allIsKept(page);
  await forgetLists(page);
  spotify.faults.arm('forbidden', { on: 'playlists', skip: 1, times: 2 });
  await page.reload();
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  spotify.faults.clear();
  const other = await page.context().newPage();
  await other.goto('/playlists');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '122');
  spotify.faults.arm('invalid-grant', { on: 'refresh' });
  await page.clock.setFixedTime(Date.now() + 2 * HOUR_MS);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('alert')).toContainText('Spotify has ended this login');
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '52');
  await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
  expect(Object.keys(await storedRecords(page))).not.toContain('session');
  // A tab with a complete list is notified of the end too, and keeps its rows.
  await expect(other.getByRole('alert')).toContainText('Spotify has ended this login');
  await expect(tableOf(other)).toHaveAttribute('aria-rowcount', '122');

  await page.getByRole('button', { name: 'Log in again' }).click();
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  expect(countOf(spotify, 'refresh')).toBe(1);
  await expect(other.getByRole('alert')).toHaveCount(0);
});

test('[s15] whoever is offline when the token has ended goes on by itself once the network is back', async ({
  loggedIn: page,
  context,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  await allIsKept(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await page.clock.setFixedTime(Date.now() + 2 * HOUR_MS);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Playlists' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  await expect.poll(() => countOf(spotify, 'refresh')).toBe(1);
});
