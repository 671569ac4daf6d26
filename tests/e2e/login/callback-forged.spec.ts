import { tableOf } from '../../support/playlists-page.ts';
import { storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;

/** Responses that are not the one that this tab waits for; Node tests every kind. */
const FORGED_ANSWERS: Readonly<Record<string, (state: string) => string>> = {
  'c15: the answer in the fragment': (state) => `#code=x&state=${state}`,
  'c5: a state in another case': (state) => `?code=x&state=${swapCase(state)}`,
};

function swapCase(text: string): string {
  const swapped = (letter: string) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return [...text].map(swapped).join('');
}

test('[row 18, row 20, row 21, row 24, row 26, row 32, c5, c15, c18, s2] no forged answer logs anybody in or out, and the right one works in its own tab, once', async ({
  page,
  context,
  network,
  spotify,
  reachConsent,
}) => {
  const refused = { name: 'The login did not finish' };
  const callback = await reachConsent(page);
  for (const [what, forge] of Object.entries(FORGED_ANSWERS)) {
    await test.step(what, async () => {
      await page.goto(`/callback${forge(callback.searchParams.get('state') ?? '')}`);
      await expect(page.getByRole('heading', refused)).toBeVisible();
    });
  }
  await test.step('the right answer in another tab', async () => {
    const other = await context.newPage();
    await other.goto(callback.href);
    await expect(other.getByRole('heading', refused)).toBeVisible();
    await other.close();
  });
  expect(network.requestsTo(TOKEN)).toEqual([]);

  await page.goto(`${callback.href}&iss=https://accounts.spotify.com`);
  await expect(tableOf(page)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(spotify.user.displayName);
  const before = await storedSession(page);
  for (const address of ['/callback?error=access_denied&state=forged', callback.href]) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByText('You are logged in as before.')).toBeVisible();
      await expect(page).toHaveURL('/playlists');
      expect(await storedSession(page)).toEqual(before);
    });
  }
  await page.reload();
  await expect(tableOf(page)).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
});

test('[s32] whoever goes back after the login and agrees again comes to the playlists, with one quiet line', async ({
  page,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  await page.goto(callback.href);
  await expect(tableOf(page)).toBeVisible();
  const { loginId } = await storedSession(page);
  // Spotify, asked once more, answers at once with another code.
  await page.goBack();
  const line = page.getByRole('complementary').filter({ hasText: 'You are logged in as before.' });
  await expect(line).toBeVisible();
  await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page).toHaveURL('/playlists');
  expect((await storedSession(page)).loginId).toBe(loginId);
  expect(network.requestsTo(TOKEN)).toHaveLength(1);

  await page.reload();
  await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
  await expect(line).toHaveCount(0);
});
