import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accountOf, clickLogOut, openAccount } from '../../support/account.ts';
import { resolvingTo } from '../../support/browser-flags.ts';
import { startKillableBrowser } from '../../support/killable-browser.ts';
import { clientIdBoxOf, submitLogInForm } from '../../support/log-in-form.ts';
import { makePageFreeze } from '../../support/page-freeze.ts';
import { tableIsFull, tableOf } from '../../support/playlists-page.ts';
import { putStored, storedRecords } from '../../support/stored.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { expect, test } from '../fixtures.ts';

/** How often a log-out is tried with a reload in its task: a race may go well by chance. */
const RELOADS = 2;

/** A document of the app's origin without the app's scripts. */
const BARE_DOCUMENT = '/robots.txt';

/** Holds the lock of the login without end, as a frozen tab does. */
async function hangWithLock(page: Page): Promise<void> {
  await page.evaluate(() => {
    void navigator.locks.request('liner-notes', () => new Promise(() => undefined));
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length))
    .toBe(1);
}

/** Clicks "Log out" and stops the page in the same task, so that no later code of it runs. */
async function logOutAndStop(page: Page, address: string): Promise<void> {
  await (await openAccount(page)).evaluate((button: HTMLElement, held) => {
    button.click();
    const freeze = new XMLHttpRequest();
    freeze.open('GET', held, false);
    freeze.send();
  }, address);
}

test('a log-out holds though the page is reloaded in the same task, twice', async ({
  page,
  spotify,
  redirectUris,
}) => {
  await storeLogin(page, spotify, redirectUris[0] ?? '');
  const { session } = await storedRecords(page);
  for (let time = 0; time < RELOADS; time += 1) {
    await putStored(page, 'session', session);
    await page.goto('/privacy');
    const loaded = page.waitForEvent('load');
    await (await openAccount(page)).evaluate((button: HTMLElement) => {
      button.click();
      location.reload();
    });
    await loaded;
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(accountOf(page)).toHaveCount(0);
    expect(Object.keys(await storedRecords(page))).not.toContain('session');
  }
});

test('[row 68, s14] a log-out holds though nothing runs in its page after the task of the click, and another tab hangs with the lock', async ({
  page,
  context,
  network,
  comeBack,
}) => {
  await comeBack(page);
  const hanging = await context.newPage();
  // Without the app's scripts it cannot finish the log-out, as a frozen tab cannot.
  await hanging.goto(BARE_DOCUMENT);
  await hangWithLock(hanging);
  const freeze = makePageFreeze(network);
  const click = logOutAndStop(page, freeze.address);
  await freeze.frozen;
  const next = await context.newPage();
  await next.goto('/playlists');
  await expect(clientIdBoxOf(next)).toBeVisible();
  expect(Object.keys(await storedRecords(next))).not.toContain('session');
  freeze.release();
  await click;
  await expect(clientIdBoxOf(page)).toBeVisible();
});

test('[row 68] a log-out holds though the browser is killed once it says so', async ({
  loopback,
  launchOptions,
  spotify: _,
  baseURL,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'liner-notes-profile-'));
  const flags = [...(launchOptions.args ?? []), ...resolvingTo(loopback.port)];
  const first = await startKillableBrowser(profile, flags);
  const page = await first.context.newPage();
  await page.goto(`${baseURL}`);
  await submitLogInForm(page);
  await tableIsFull(page);
  await clickLogOut(page);
  await clientIdBoxOf(page).waitFor();
  await first.kill();

  const second = await startKillableBrowser(profile, flags);
  const again = await second.context.newPage();
  await again.goto(`${baseURL}playlists`);
  await expect(clientIdBoxOf(again)).toBeVisible();
  await expect(tableOf(again)).toHaveCount(0);
  await second.kill();
  await rm(profile, { recursive: true, force: true });
});
