import { openResult } from '../../support/login-flow.ts';
import { expect, test } from '../fixtures.ts';

const START = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;

test('the rest of the access token’s life is counted down, the days of a login are told, and from the 170th on a new one is offered', async ({
  page,
  spotify: _,
  logIn,
}) => {
  test.slow();
  await page.clock.install({ time: START });
  await logIn(page);
  const region = await openResult(page);
  const notice = page.getByRole('complementary', { name: 'About your login' });
  const status = page.getByRole('status');

  await test.step('the day of the consent and the day the login ends', async () => {
    await expect(region).toContainText('You agreed onNovember 23, 2026');
    await expect(region).toContainText('Spotify ends this login onMay 22, 2027');
  });

  await test.step('the access token’s life, second by second', async () => {
    const secondsLeft = async () => {
      const [, minutes, seconds] =
        /Valid for (\d+) min (\d+) s/.exec((await region.textContent()) ?? '') ?? [];
      return Number(minutes) * 60 + Number(seconds);
    };
    await expect(region).toContainText('Valid for 59 min');
    await page.clock.pauseAt(START + 600_000);
    await expect(region).toContainText(/Valid for (49|50) min/);
    const before = await secondsLeft();
    await page.clock.runFor(1_000);
    expect(await secondsLeft()).toBe(before - 1);
    await page.clock.runFor(59_000);
    expect(await secondsLeft()).toBe(before - 60);
    await page.clock.runFor(3_600_000);
    await expect(region).toContainText('Expired. The next request gets a new one.');
  });

  await test.step('[row 67] a new login is offered, in time', async () => {
    await page.clock.resume();
    await page.clock.setFixedTime(START + 169 * DAY_MS);
    await page.goto('/playlists');
    await expect(status).toHaveText('120 playlists');
    await expect(notice).toHaveCount(0);
    await page.clock.setFixedTime(START + 171 * DAY_MS);
    await page.reload();
    await expect(notice).toContainText('yours on May 22, 2027');
    await notice.getByRole('button', { name: 'Log in again' }).click();
    await expect(status).toHaveText('120 playlists');
    await expect(notice).toHaveCount(0);
  });
});
