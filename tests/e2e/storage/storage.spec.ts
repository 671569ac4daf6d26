import type { Page } from '@playwright/test';
import { accountOf } from '../../support/account.ts';
import { enterDemo } from '../../support/demo.ts';
import { clientIdBoxOf, logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { listIsKept, ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const noticeOf = (page: Page) => page.getByRole('complementary', { name: 'About your login' });

/** Counts, over all documents of this page, the calls of `navigator.storage.persist`. */
async function countPersistence(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    StorageManager.prototype.persist = async () => {
      sessionStorage.setItem('test:asked', `${sessionStorage.getItem('test:asked') ?? ''}x`);
      return true;
    };
  });
  return () => page.evaluate(() => sessionStorage.getItem('test:asked')?.length ?? 0);
}

/** Answers the browser's question about persistent storage for the person. */
async function allowPersistence(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.send('Browser.setPermission', {
    permission: { name: 'persistent-storage' },
    setting: 'granted',
    origin: new URL(page.url()).origin,
    ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
  });
}

test('[row 59] a browser that might ask the person is asked not to evict a login by their tick alone, one that has their permission at each login, and the demo never does', async ({
  page,
  spotify: _,
  logIn,
}) => {
  test.slow();
  const asked = await countPersistence(page);
  const box = page.getByRole('checkbox', { name: 'Keep me logged in on this device' });

  await test.step('not by a login, while the browser might ask', async () => {
    await logIn(page);
    expect(await asked()).toBe(0);
    await logOut(page);
    expect(await asked()).toBe(0);
  });
  await test.step('by the tick, which says so before', async () => {
    await box.uncheck();
    await expect(box).toHaveAccessibleDescription(/may ask to allow persistent storage/);
    expect(await asked()).toBe(0);
    await box.check();
    await expect.poll(asked).toBe(1);
    await expect(box).toHaveAccessibleDescription(/may ask to allow persistent storage/);
  });
  await test.step('not by the demo, though it is allowed', async () => {
    await allowPersistence(page);
    await enterDemo(page);
    await page.getByRole('button', { name: 'Leave the demo' }).click();
    await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
    expect(await asked()).toBe(1);
  });
  await test.step('once by a login where it is allowed', async () => {
    await logIn(page);
    await expect.poll(asked).toBe(2);
  });
});

test('[row 55, row 59, s13] a login leaves no cookie and nothing in localStorage or sessionStorage, and ends with its database, without an error', async ({
  page,
  context,
  spotify,
  logIn,
}) => {
  test.slow();
  await logIn(page);
  await expect.poll(async () => Object.keys(await storedRecords(page))).toContain('flow');
  await page.reload();
  await expect(tableOf(page)).toBeVisible();
  const left = await page.evaluate(() => [
    document.cookie,
    ...Object.entries({ ...localStorage }).flat(),
    // The router's record of scroll positions.
    ...Object.entries({ ...sessionStorage, 'solid-router:scroll': '' }).flat(),
  ]);
  expect(left).toEqual(['', 'solid-router:scroll', '']);
  expect(await context.cookies()).toEqual([]);
  const keys = Object.keys(await storedRecords(page));
  expect(keys.filter((key) => !key.startsWith('library:')).sort()).toEqual([
    'client-id',
    'flow',
    'session',
  ]);
  expect(spotify.requests).not.toHaveLength(0);

  await test.step('the database is deleted under the running page', async () => {
    await listIsKept(page);
    const deleted = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const deleting = indexedDB.deleteDatabase('liner-notes');
          deleting.addEventListener('success', () => resolve('deleted'));
          deleting.addEventListener('blocked', () => resolve('blocked'));
        }),
    );
    expect(deleted).toBe('deleted');
    await openResult(page);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(accountOf(page)).toHaveCount(0);
    await expect(clientIdBoxOf(page)).toBeVisible();
    await page.reload();
    await logIn(page);
    expect(spotify.requests.filter(({ step }) => step === 'refresh')).toEqual([]);
  });
});

test('[row 59, row 71, s13] without any room a login does not start; one that the browser cannot keep works in memory; both are said', async ({
  page,
  network,
  spotify,
  logIn,
}) => {
  test.slow();
  await test.step('no room for what waits for the answer', async () => {
    await page.goto('/');
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await submitLogInForm(page);
    await expect(page.getByRole('alert')).toContainText('no room left');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(network.requests).toEqual([]);
    expect(spotify.requests).toEqual([]);
  });
  await test.step('a login that is not kept', async () => {
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        const request = put.call(this, value, key);
        if (key === 'session') this.transaction.abort();
        return request;
      };
    });
    await logIn(page);
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
    await expect(noticeOf(page)).toContainText('did not keep your login');
    expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
    await openResult(page);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect.poll(() => countOf(spotify, 'refresh')).toBe(1);
    await page.getByRole('link', { name: 'Playlists' }).click();
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '121');
    await page.reload();
    await expect(clientIdBoxOf(page)).toBeVisible();
  });
});
