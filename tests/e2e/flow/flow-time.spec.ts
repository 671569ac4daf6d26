import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const START = Date.UTC(2026, 10, 23, 12);

/** Remaining lifetime of the access token in seconds, as displayed. */
async function secondsLeft(region: Locator): Promise<number> {
  const [, minutes, seconds] =
    /lives (\d+) min (\d+) s more/.exec((await region.textContent()) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Opens the result of a login made before the test's clock moves. */
async function openResult(page: Page, logIn: (page: Page) => Promise<void>): Promise<Locator> {
  await page.clock.install({ time: START });
  await logIn(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  return page.getByRole('region', { name: 'Result' });
}

test('the rest of the access token’s life is counted down, second by second', async ({
  page,
  spotify: _,
  logIn,
}) => {
  const region = await openResult(page, logIn);
  await expect(region).toContainText('lives 59 min');
  await page.clock.pauseAt(START + 600_000);
  await expect(region).toContainText(/lives (49|50) min/);
  const before = await secondsLeft(region);
  await page.clock.runFor(1_000);
  expect(await secondsLeft(region)).toBe(before - 1);
  await page.clock.runFor(59_000);
  expect(await secondsLeft(region)).toBe(before - 60);
  await page.clock.runFor(3_600_000);
  await expect(region).toContainText('ended; the next request refreshes it');
});

test('the day of the consent and the day the login ends are told', async ({
  page,
  spotify: _,
  logIn,
}) => {
  const region = await openResult(page, logIn);
  await expect(region).toContainText('Agreed onNovember 23, 2026');
  await expect(region).toContainText('Spotify ends this login onMay 22, 2027');
});

test('[row 67] from the 170th day on a new login is offered, in time', async ({
  page,
  spotify: _,
  logIn,
}) => {
  await page.clock.install({ time: START });
  await logIn(page);
  const notice = page.getByRole('complementary', { name: 'About your login' });
  await page.clock.setFixedTime(START + 169 * 86_400_000);
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('120 playlists');
  await expect(notice).toHaveCount(0);
  await page.clock.setFixedTime(START + 171 * 86_400_000);
  await page.reload();
  await expect(notice).toContainText('yours on May 22, 2027');
  await notice.getByRole('button', { name: 'Log in again' }).click();
  await expect(page.getByRole('status')).toHaveText('120 playlists');
  await expect(notice).toHaveCount(0);
});

test('whoever is logged out reads how it goes, with the sections that define it', async ({
  page,
}) => {
  await page.goto('/flow');
  const steps = page.getByRole('region', { name: 'How it goes' }).getByRole('listitem');
  await expect(steps).toHaveCount(9);
  await expect(steps.nth(1)).toContainText('RFC 7636, section 4.2');
  await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0);
});
