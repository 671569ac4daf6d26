import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { resolvingTo } from '../../support/browser-flags.ts';
import { startKillableBrowser } from '../../support/killable-browser.ts';
import { clientIdBoxOf, submitLogInForm } from '../../support/log-in-form.ts';
import { tableIsFull, tableOf } from '../../support/playlists-page.ts';
import { storedRecords } from '../../support/stored.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { expect, test } from '../fixtures.ts';

/** How often each way to close the page is tried: a race may go well by chance. */
const TIMES = 20;

/** Hangs with the lock of the login, as a tab does that the browser has frozen. */
async function hangWithLock(page: Page): Promise<void> {
  await page.evaluate(() => {
    void navigator.locks.request('liner-notes', () => new Promise(() => undefined));
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length))
    .toBe(1);
}

/** Clicks on "Log out" and reloads before the browser does anything else. */
async function logOutAndReload(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Log out' }).evaluate((button: HTMLElement) => {
    button.click();
    location.reload();
  });
  await loaded;
}

test('[row 68] a log-out holds though the page is reloaded in the same task, twenty times', async ({
  page,
  spotify,
  redirectUris,
}) => {
  for (let time = 0; time < TIMES; time += 1) {
    await storeLogin(page, spotify, redirectUris[0] ?? '');
    await page.goto('/privacy');
    await logOutAndReload(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Log out' })).toHaveCount(0);
    expect(Object.keys(await storedRecords(page))).not.toContain('session');
  }
});

test('[row 68, s14] a log-out holds though its tab closes while another one hangs with the lock', async ({
  page,
  context,
  comeBack,
}) => {
  await comeBack(page);
  const hanging = await context.newPage();
  await hanging.goto('/privacy');
  await hangWithLock(hanging);
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(clientIdBoxOf(page)).toBeVisible();
  await page.close();
  const next = await context.newPage();
  await next.goto('/playlists');
  await expect(clientIdBoxOf(next)).toBeVisible();
  expect(Object.keys(await storedRecords(next))).not.toContain('session');
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
  await page.getByRole('button', { name: 'Log out' }).click();
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
