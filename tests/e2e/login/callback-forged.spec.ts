import { RESPONSE_FAULTS } from '../../../src/demo/faults.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { ONLY_CLIENT_ID, storedRecords, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;
const REFUSED = 'The login did not finish';

/** Responses whose state is not that of this tab's pending login; Node tests every kind. */
const FOREIGN_ANSWERS: Readonly<Record<string, (state: string) => string>> = {
  'c1: no state': () => 'code=x',
  'c4: a state twice': (state) => `code=x&state=${state}&state=wrong`,
  'c5: a state in another case': (state) => `code=x&state=${swapCase(state)}`,
  'c10: a refusal with a wrong state': () => 'error=access_denied&state=wrong',
  'c15: the answer in the fragment': (state) => `#code=x&state=${state}`,
  's1: a state from the prototype': () => 'code=x&state=__proto__',
  's1: a state that is no text': () => 'code=x&state=%ED%A0%80',
};

/** Responses with the right state that are invalid for another reason. */
const BROKEN_ANSWERS: Readonly<Record<string, (callback: URL) => void>> = {
  'c6: a code twice': (callback) => RESPONSE_FAULTS['code-doubled'](callback.searchParams),
  'c12: another issuer': (callback) => RESPONSE_FAULTS['issuer-foreign'](callback.searchParams),
  'c16: an access token': (callback) => callback.searchParams.set('access_token', 'x'),
};

function swapCase(text: string): string {
  const swapped = (letter: string) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  return [...text].map(swapped).join('');
}

test('[row 20, row 21, row 22, c1, c4, c5, c10, c15, s1] no forged answer logs anybody in, and the login that waits in this tab still ends well', async ({
  page,
  network,
  reachConsent,
}) => {
  test.slow();
  const callback = await reachConsent(page);
  const state = callback.searchParams.get('state') ?? '';
  for (const [what, forge] of Object.entries(FOREIGN_ANSWERS)) {
    await test.step(what, async () => {
      // A change of the fragment alone would not load the page.
      await page.goto('about:blank');
      const answer = forge(state);
      await page.goto(`/callback${answer.startsWith('#') ? '' : '?'}${answer}`);
      await expect(page.getByRole('heading', { name: REFUSED })).toBeVisible();
      await expect(page.getByText('You declined')).toHaveCount(0);
    });
  }
  expect(network.requestsTo(TOKEN)).toEqual([]);
  await page.goto(callback.href);
  await expect(tableOf(page)).toBeVisible();
});

test('[row 23, row 24, row 26, c6, c12, c16] an answer with the right state that is none of Spotify’s is refused', async ({
  page,
  network,
  reachConsent,
}) => {
  test.slow();
  for (const [what, forge] of Object.entries(BROKEN_ANSWERS)) {
    await test.step(what, async () => {
      const callback = await reachConsent(page);
      forge(callback);
      await page.goto(callback.href);
      await expect(page.getByRole('heading', { name: REFUSED })).toBeVisible();
      expect(network.requestsTo(TOKEN)).toEqual([]);
      // No record is left for the next response.
      expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
    });
  }
});

test('[row 24] an answer that names the right issuer logs in', async ({ page, reachConsent }) => {
  const callback = await reachConsent(page);
  callback.searchParams.set('iss', 'https://accounts.spotify.com');
  await page.goto(callback.href);
  await expect(tableOf(page)).toBeVisible();
});

test('[row 18, s2] an answer that is opened in another tab is refused there and works in its own', async ({
  page,
  context,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  const other = await context.newPage();
  await other.goto(callback.href);
  await expect(other.getByRole('heading', { name: REFUSED })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toEqual([]);
  await page.goto(callback.href);
  await expect(tableOf(page)).toBeVisible();
});

test('[row 18, s2] an answer that comes after the site data were cleared ends on a calm page', async ({
  page,
  context,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  const other = await context.newPage();
  await other.goto('/');
  const session = await context.newCDPSession(other);
  const origin = callback.origin;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.goto(callback.href);
  await expect(page.getByRole('heading', { name: REFUSED })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toEqual([]);
});

const UNASKED_ANSWERS = {
  'a forged answer': 'code=x&state=forged',
  'a forged refusal': 'error=access_denied&state=forged',
  'a forged token': 'access_token=x&token_type=Bearer',
};

test('[row 21] whoever is logged in and opens what is forged stays logged in as before', async ({
  loggedIn: page,
  network,
  spotify,
}) => {
  await expect(page.getByRole('banner')).toContainText(spotify.user.displayName);
  const before = await storedSession(page);
  for (const [what, answer] of Object.entries(UNASKED_ANSWERS)) {
    await test.step(what, async () => {
      await page.goto(`/callback?${answer}`);
      await expect(page.getByRole('alert')).toContainText('You are still logged in as before.');
      expect(await storedSession(page)).toEqual(before);
      expect(network.requestsTo(TOKEN)).toEqual([]);
      await page.getByRole('link', { name: 'Playlists' }).click();
      await expect(tableOf(page)).toBeVisible();
    });
  }
});

test('[row 25] a login that was begun at another server is not finished at Spotify', async ({
  page,
  network,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Try the demo' }).click();
  await expect(page.getByRole('button', { name: 'Agree' })).toBeVisible();
  const state = new URL(page.url()).searchParams.get('state');
  // Out of the demo, by what a new tab would do.
  await page.evaluate(() => sessionStorage.removeItem('liner-notes:demo'));
  await page.goto(`/callback?code=x&state=${state}`);
  await expect(page.getByRole('heading', { name: REFUSED })).toBeVisible();
  expect(network.requests).toEqual([]);
});

test('[row 19] an answer that comes after more than an hour is refused, and the page says why', async ({
  page,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  await page.clock.setFixedTime(Date.now() + 61 * 60_000);
  await page.goto(callback.href);
  await expect(page.getByRole('heading', { name: REFUSED })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('This login took too long');
  expect(network.requestsTo(TOKEN)).toEqual([]);
});
