import type { Page } from '@playwright/test';
import { submitLogInForm } from '../support/log-in-form.ts';
import { putStored, storedRecords, storedSession } from '../support/stored.ts';
import { expect, test } from './fixtures.ts';

const tableOf = (page: Page) => page.getByRole('table', { name: 'Playlists' });
const formOf = (page: Page) => page.getByRole('textbox', { name: 'Client ID' });
const noticeOf = (page: Page) => page.getByRole('complementary', { name: 'About your login' });

test('[row 55] a login leaves no cookie and nothing in localStorage or sessionStorage', async ({
  page,
  context,
  spotify,
  logIn,
}) => {
  await logIn(page);
  await page.reload();
  await expect(tableOf(page)).toBeVisible();
  const left = await page.evaluate(() => [
    document.cookie,
    ...Object.entries({ ...localStorage }).flat(),
    ...Object.entries({ ...sessionStorage }).flat(),
  ]);
  expect(left).toEqual(['']);
  expect(await context.cookies()).toEqual([]);
  expect(Object.keys(await storedRecords(page)).sort()).toEqual(['client-id', 'session']);
  expect(spotify.requests).not.toHaveLength(0);
});

for (const [what, record] of Object.entries({
  'a string': 'BQ-token',
  'a number': 42,
  null: null,
  'a list': [1, 2],
  'an empty object': {},
  'a record without tokens': { version: 1, loginId: 'x' },
  'a version that is no number': { version: 'two' },
})) {
  test(`[row 58] a stored login that is ${what} counts as none, and a new login works`, async ({
    page,
    spotify,
    logIn,
  }) => {
    await page.goto('/');
    await expect(formOf(page)).toBeVisible();
    await putStored(page, 'session', record);
    await page.goto('/playlists');
    await expect(formOf(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
    expect(spotify.requests).toEqual([]);
    await logIn(page);
  });
}

test('[row 58] a stored login with a damaged member counts as none', async ({
  page,
  spotify,
  logIn,
}) => {
  await logIn(page);
  const session = await storedSession(page);
  const before = spotify.requests.length;
  for (const damage of [
    { accessToken: 5 },
    { refreshToken: undefined },
    { expiresAt: Number.NaN },
    { grantedScopes: 'all' },
    { account: { accountId: 1 } },
  ]) {
    await putStored(page, 'session', { ...session, version: 1, ...damage });
    await page.reload();
    await expect(formOf(page), JSON.stringify(damage)).toBeVisible();
  }
  expect(spotify.requests).toHaveLength(before);
});

test('[row 58] a login of a newer version is named and left as it is', async ({
  page,
  spotify,
  logIn,
}) => {
  await logIn(page);
  const newer = { version: 2, vault: ['a shape of the future'] };
  const before = spotify.requests.length;
  await putStored(page, 'session', newer);
  await page.reload();
  await expect(page.getByText('holds a login of a newer version')).toBeVisible();
  await expect(formOf(page)).toBeVisible();
  expect(await storedRecords(page)).toMatchObject({ session: newer });
  expect(spotify.requests).toHaveLength(before);
});

test('[row 59, s13] deleting the database under a running page logs out, without an error', async ({
  page,
  spotify,
  logIn,
}) => {
  await logIn(page);
  const deleted = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const deleting = indexedDB.deleteDatabase('liner-notes');
        deleting.addEventListener('success', () => resolve('deleted'));
        deleting.addEventListener('blocked', () => resolve('blocked'));
      }),
  );
  expect(deleted).toBe('deleted');
  await page.getByRole('link', { name: 'Login flow' }).click();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
  await expect(formOf(page)).toBeVisible();
  await page.reload();
  await logIn(page);
  expect(spotify.requests.filter(({ step }) => step === 'refresh')).toEqual([]);
});

for (const how of ['QuotaExceededError', 'AbortError'] as const) {
  test(`[row 59, row 71, s13] a login that the browser cannot keep (${how}) works in memory, and says so`, async ({
    page,
    spotify,
    logIn,
  }) => {
    await page.addInitScript((name) => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        if (key !== 'session') return put.call(this, value, key);
        if (name === 'QuotaExceededError') throw new DOMException('no room', name);
        const request = put.call(this, value, key);
        this.transaction.abort();
        return request;
      };
    }, how);
    await logIn(page);
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
    await expect(noticeOf(page)).toContainText('did not keep your login');
    expect(await storedRecords(page)).toEqual({ 'client-id': expect.any(String) });

    await page.getByRole('link', { name: 'Login flow' }).click();
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect
      .poll(() => spotify.requests.filter(({ step }) => step === 'refresh').length)
      .toBe(1);
    await page.getByRole('link', { name: 'Playlists' }).click();
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
    await page.reload();
    await expect(formOf(page)).toBeVisible();
  });
}

test('[row 59] without any room a login does not start, and the page says why', async ({
  page,
  network,
  spotify,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await page.goto('/');
  await submitLogInForm(page);
  await expect(page.getByRole('alert')).toContainText('no room left');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(network.requests).toEqual([]);
  expect(spotify.requests).toEqual([]);
});
