import { holdAnswers } from '../../support/hold-answers.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { allIsKept, forgetLists, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const DAY_MS = 86_400_000;

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

test('[row 66] an access token that the Web API refuses once is renewed, and the rows come', async ({
  loggedIn: page,
  spotify,
}) => {
  await allIsKept(page);
  await forgetLists(page);
  spotify.faults.arm('unauthorized', { on: 'playlists' });
  await page.reload();
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test('[row 66, s10] a Web API that refuses the renewed token too leads to one refresh, one retry and a login', async ({
  loggedIn: page,
  spotify,
}) => {
  await allIsKept(page);
  await forgetLists(page);
  const before = countOf(spotify, 'playlists');
  spotify.faults.arm('unauthorized', { on: 'playlists', times: Number.POSITIVE_INFINITY });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('does not accept this login any more');
  await expect(page.getByRole('button', { name: 'Log in again' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(countOf(spotify, 'refresh')).toBe(1);
  expect(countOf(spotify, 'playlists') - before).toBe(2);
});

test('[row 66] a 403 of the Web API starts no refresh', async ({ loggedIn: page, spotify }) => {
  await allIsKept(page);
  await forgetLists(page);
  spotify.faults.arm('forbidden', { on: 'playlists', times: Number.POSITIVE_INFINITY });
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(countOf(spotify, 'refresh')).toBe(0);
});

test.describe('a Spotify that rotates refresh tokens', () => {
  test.use({ spotifyOptions: { rotateRefreshTokens: true } });

  test('[row 62, s7] a tab closed before it could store its new tokens costs one login and no loop', async ({
    loggedIn: page,
    context,
    network,
    spotify,
  }) => {
    await page.goto('/flow');
    const held = holdAnswers(network, /\/api\/token$/);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect.poll(() => countOf(spotify, 'refresh')).toBe(1);
    const next = await context.newPage();
    await page.close();
    held.loseAll();
    await next.clock.setFixedTime(Date.now() + 3_600_000);
    await next.goto('/playlists');
    await expect(next.getByRole('alert')).toContainText('Spotify has ended this login');
    expect(countOf(spotify, 'refresh')).toBe(2);
    await next.getByRole('button', { name: 'Log in again' }).click();
    await expect(tableOf(next)).toHaveAttribute('aria-rowcount', '122');
    expect(countOf(spotify, 'refresh')).toBe(2);
  });
});

test.describe('over six months', () => {
  let lateMs = 0;
  const clock = { now: () => Date.now() + lateMs, sleep: async () => undefined };
  test.use({ spotifyOptions: { clock } });

  test('[row 67, s12] whoever agreed 171 days ago is told the day on which the login ends, and on day 181 is asked to log in', async ({
    page,
    spotify,
    logIn,
  }) => {
    lateMs = 0;
    await logIn(page);
    await allIsKept(page);
    const { authorizedAt } = await storedSession(page);
    const notice = page.getByRole('complementary', { name: 'About your login' });
    await expect(notice).toHaveCount(0);

    lateMs = 171 * DAY_MS;
    await page.clock.setFixedTime(Date.now() + lateMs);
    await page.reload();
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
    const end = new Date(authorizedAt + 180 * DAY_MS);
    await expect(notice).toContainText(end.toLocaleDateString('en', { dateStyle: 'long' }));

    await page.waitForLoadState('networkidle');
    lateMs = 181 * DAY_MS;
    await page.clock.setFixedTime(Date.now() + lateMs);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Spotify has ended this login');
    expect(countOf(spotify, 'refresh')).toBe(2);
    await page.getByRole('button', { name: 'Log in again' }).click();
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
    await expect(notice).toHaveCount(0);
  });
});
