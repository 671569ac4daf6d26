import type { Page } from '@playwright/test';
import { enterDemo, tryDemo } from '../../support/demo.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const HOUR_MS = 3_600_000;

/** Opens the consent page again, with a changed authorization request. */
async function changeRequest(page: Page, change: Record<string, string>): Promise<void> {
  const url = new URL(page.url());
  for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
  await page.goto(url.href);
}

const REFUSED_REQUESTS = [
  [{ client_id: 'f'.repeat(32) }, 'INVALID_CLIENT: Invalid client'],
  [{ redirect_uri: 'https://evil.example/callback' }, 'INVALID_CLIENT: Invalid redirect URI'],
  [{ redirect_uri: 'http://localhost:8888/callback' }, 'INVALID_CLIENT: Insecure redirect URI'],
  [{ scope: 'read-everything' }, 'INVALID_SCOPE: Invalid scope'],
] as const;

test('a request for what is not allowed is refused on the simulated Spotify’s own page', async ({
  page,
}) => {
  await tryDemo(page);
  const right = page.url();
  for (const [change, refusal] of REFUSED_REQUESTS) {
    await test.step(JSON.stringify(change), async () => {
      await page.goto(right);
      await expect(page.getByRole('button', { name: 'Agree' })).toBeVisible();
      await changeRequest(page, change);
      await expect(page.getByRole('alert')).toHaveText(refusal);
      await expect(page.getByRole('button', { name: 'Agree' })).toHaveCount(0);
      expect(new URL(page.url()).pathname).toBe('/demo/authorize');
    });
  }
});

test('[row 1, row 2] a request without an S256 challenge comes back as refused', async ({
  page,
}) => {
  await tryDemo(page);
  for (const change of [{ code_challenge_method: 'plain' }, { code_challenge: '' }]) {
    await test.step(JSON.stringify(change), async () => {
      await changeRequest(page, change);
      await expect(page.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
      await expect(page).toHaveURL('/callback');
      await page.getByRole('button', { name: 'Log in again' }).click();
      await expect(page.getByRole('button', { name: 'Agree' })).toBeVisible();
    });
  }
});

test('a challenge of another verifier is found out when the code is traded', async ({ page }) => {
  await tryDemo(page);
  await changeRequest(page, { code_challenge: 'A'.repeat(43) });
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Spotify no longer accepts this attempt to log in.',
  );
});

test('[row 20] an answer with another state is not believed', async ({ page }) => {
  await tryDemo(page);
  await changeRequest(page, { state: 'A'.repeat(43) });
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'This answer does not belong to a login that was begun in this tab',
  );
});

test('an access token that has run out in the demo is refreshed unseen', async ({ page }) => {
  await page.clock.install();
  await enterDemo(page);
  await page.getByRole('link', { name: 'Login flow' }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('lives 59 min');
  await page.clock.fastForward(2 * HOUR_MS);
  await expect(result).toContainText('ended; the next request refreshes it');
  await page.getByRole('link', { name: 'Playlists', exact: true }).click();
  const { status, alert } = playlistsPage(page);
  await expect(status).toHaveText('140 playlists');
  await expect(alert).toHaveCount(0);
  await page.getByRole('link', { name: 'Login flow' }).click();
  await expect(result).toContainText('lives 59 min');
});

test('the demo’s login ends after six months, and a new one is offered', async ({ page }) => {
  await page.clock.install();
  await enterDemo(page);
  await page.clock.setFixedTime(Date.now() + 181 * 24 * HOUR_MS);
  await page.clock.resume();
  await page.reload();
  const { alert, status } = playlistsPage(page);
  await expect(alert).toContainText('Spotify has ended this login');
  await alert.getByRole('button', { name: 'Log in again' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(status).toHaveText('140 playlists');
});

test('[row 32] the simulated Spotify refuses a code that comes twice, also after a reload', async ({
  page,
}) => {
  await tryDemo(page);
  const pending = await readDemoRecords(page);
  const mark = await page.evaluate(() => ({ ...sessionStorage }));
  const callback = page.waitForRequest(/\/callback\?code=/);
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
  const keptKeys = async () => (await readDemoRecords(page)).map(([key]) => key);
  await expect.poll(keptKeys).toContain('library:playlist:all');

  await page.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
  }, mark);
  await putDemoRecords(page, pending);
  await page.goto((await callback).url());
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Spotify no longer accepts this attempt to log in.');
  await page.goto('/playlists');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(alert).toContainText('Spotify has ended this login');
});

type Records = readonly (readonly [string, unknown])[];

function readDemoRecords(page: Page): Promise<Records> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('liner-notes:demo');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const store = database.transaction('liner-notes').objectStore('liner-notes');
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    await new Promise((resolve) => values.addEventListener('success', resolve));
    database.close();
    return keys.result.map((key, place) => [String(key), values.result[place]] as const);
  });
}

function putDemoRecords(page: Page, records: Records): Promise<void> {
  return page.evaluate(async (entries) => {
    const opening = indexedDB.open('liner-notes:demo');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const transaction = database.transaction('liner-notes', 'readwrite');
    for (const [key, value] of entries) transaction.objectStore('liner-notes').put(value, key);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  }, records);
}
