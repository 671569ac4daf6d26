import { clientIdBoxOf, logOut } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

test('[row 56] a login that is not kept lives in its tab alone, with all that comes of it', async ({
  page,
  context,
  spotify,
  logIn,
}) => {
  const box = page.getByRole('checkbox', { name: 'Keep me logged in on this device' });
  const kept = async () => Object.keys(await storedRecords(page)).sort();
  const inTab = () =>
    page.evaluate(() =>
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith('liner-notes'))
        .sort(),
    );

  await page.goto('/');
  await expect(box).toBeChecked();
  await box.uncheck();
  await logIn(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  const steps = page.getByRole('link', { name: 'Step by step' });
  await steps.click();
  await expect(page.getByText('10 of 10 checks passed.')).toBeVisible();
  expect(await inTab()).toEqual(['liner-notes:flow', 'liner-notes:session']);
  await page.getByRole('link', { name: 'Result', exact: true }).click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await steps.click();
  await expect(page.getByText('Spotify sent no new refresh token.')).toBeVisible();
  expect(countOf(spotify, 'refresh')).toBe(1);

  await page.reload();
  await expect(page.getByText('Spotify sent no new refresh token.')).toBeVisible();
  await page.getByRole('link', { name: 'Playlists' }).click();
  await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  expect(await kept()).toEqual(['client-id', 'keeps-login']);
  await expect(page.getByRole('complementary', { name: 'About your login' })).toHaveCount(0);

  const other = await context.newPage();
  await other.goto('/playlists');
  await expect(clientIdBoxOf(other)).toBeVisible();
  expect(await inTab()).toContain('liner-notes:session');

  await logOut(page);
  await expect(box).not.toBeChecked();
  await expect.poll(inTab).toEqual([]);
  await page.reload();
  await expect(box).not.toBeChecked();
  await box.check();
  // As it was before, so that the next login is kept as every other is.
  await expect.poll(kept).toEqual(['client-id']);
});

test.describe('with refresh tokens that rotate', () => {
  test.use({ spotifyOptions: { rotateRefreshTokens: true } });

  test('[s26] a duplicated tab does not take along a login that is not kept, which goes on in its own', async ({
    page,
    spotify,
    logIn,
  }) => {
    await page.goto('/');
    await page.getByRole('checkbox', { name: 'Keep me logged in on this device' }).uncheck();
    await logIn(page);
    await openResult(page);
    const opened = page.waitForEvent('popup');
    // A window with an opener copies sessionStorage, as a duplicated tab does.
    await page.evaluate(() => {
      window.open('/playlists');
    });
    const copy = await opened;
    await expect(clientIdBoxOf(copy)).toBeVisible();
    await expect(copy.getByRole('status')).toContainText('This tab is a copy.');
    expect(await copy.evaluate(() => Object.keys(sessionStorage))).not.toContain(
      'liner-notes:session',
    );

    const refresh = page.getByRole('button', { name: 'Refresh now' });
    for (const count of [1, 2]) {
      await refresh.click();
      await expect.poll(() => countOf(spotify, 'refresh')).toBe(count);
    }
    await page.reload();
    await page.getByRole('link', { name: 'Playlists' }).click();
    await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
    // Also over the back/forward cache: another page in this tab, and back.
    await page.goto('/icon.svg');
    await page.goBack();
    await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
    await openResult(page);
    await refresh.click();
    await expect.poll(() => countOf(spotify, 'refresh')).toBe(3);
  });
});
