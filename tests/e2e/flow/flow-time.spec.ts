import { openResult } from '../../support/login-flow.ts';
import { expect, test } from '../fixtures.ts';

const START = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;

// tests/unit/flow/flow-texts.test.ts counts down the rest of the access token.
test('[row 67] the days of a login are told, and from the 170th on a new one is offered', async ({
  page,
  spotify: _,
  logIn,
}) => {
  await page.clock.install({ time: START });
  await logIn(page);
  const result = await openResult(page);
  await expect(result).toContainText('You agreed onNovember 23, 2026');
  await expect(result).toContainText('Spotify ends this login onMay 22, 2027');

  const notice = page.getByRole('complementary', { name: 'About your login' });
  const status = page.getByRole('status');
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
