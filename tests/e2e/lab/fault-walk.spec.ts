import type { Page } from '@playwright/test';
import { accountOf } from '../../support/account.ts';
import { type MetFault, WALK } from '../../support/fault-walk.ts';
import { hurry } from '../../support/hurry.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { forgetLists, storedRecords, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';
import { LIST, library, mend, PLACES, type Place, spoil, type World } from './faulty-world.ts';

const AN_HOUR_AND_MORE_MS = 4_000_000;

const TOKEN = /\/api\/token$/;

test.use({ spotifyOptions: { library } });

/**
 * Logs in with slow answers: the installed clock of a new page may lag a little, and a login dated in
 * the future is invalid. The timeouts of storage run on that clock too, so it advances fast only when
 * no access to storage is pending.
 */
async function logInBy({ network }: World, act: () => Promise<void>): Promise<void> {
  const asked = () => network.requestsTo(TOKEN).length;
  const before = asked();
  network.slowDown(400);
  await act();
  await expect.poll(asked).toBeGreaterThan(before);
  network.slowDown(0);
}

/** Runs a step with a fault. */
async function begin(world: World, met: MetFault): Promise<void> {
  const { page } = world;
  const { path } = PLACES[met.step];
  if (['authorize', 'token', 'profile'].includes(met.step)) {
    if (await accountOf(page).isVisible()) await logOut(page);
    else await page.goto('/');
    await spoil(world, met);
    if (met.step === 'authorize') await submitLogInForm(page);
    else await logInBy(world, () => submitLogInForm(page));
    return;
  }
  if (met.fault === 'offline') {
    await page.goto(path);
    await expectWhole(page, PLACES[met.step]);
    await spoil(world, met);
    await page.getByRole('button', { name: 'Refresh' }).click();
    return;
  }
  if (met.step === 'refresh') await page.clock.fastForward(AN_HOUR_AND_MORE_MS);
  await forgetLists(page);
  await spoil(world, met);
  await page.goto(path);
}

/** Reads the error on the page, and takes its way on. */
async function goOnAfter(world: World, met: MetFault, says: RegExp): Promise<void> {
  const { page } = world;
  const { step, wayOn = 'by itself' } = met;
  const alert = page.getByRole('alert');
  const isTold = () => expect(alert.getByRole('paragraph')).toHaveText(says);
  if (['token', 'refresh'].includes(step)) await isTold();
  else await hurry(page, isTold);
  await expect(accountOf(page)).toHaveCount(step === 'token' ? 0 : 1);
  await mend(world, met);
  const go = () => alert.getByRole('button', { name: wayOn }).click();
  if (wayOn === 'Log in again') await logInBy(world, go);
  else if (wayOn !== 'by itself') await go();
}

/** Waits out a fault that the app does not report, before the list is complete. */
async function endureUnseen(world: World, met: MetFault): Promise<void> {
  const { page } = world;
  if (met.step !== 'authorize') return;
  await expect.poll(() => page.url()).toBe('chrome-error://chromewebdata/');
  await mend(world, met);
  await page.goBack();
  await logInBy(world, () => submitLogInForm(page));
}

/** Checks the effect of a fault once the list is complete. */
async function expectUnseen(world: World, met: MetFault): Promise<void> {
  const { page } = world;
  const { step } = met;
  if (step === 'cover') await expect(page.getByRole('table').locator('img')).toHaveCount(0);
  if (step !== 'profile') return;
  expect((await storedSession(page)).account).toBeNull();
  await mend(world, met);
  await page.reload();
  await expect.poll(async () => (await storedSession(page)).account?.userId).toBe(library.user.id);
}

async function expectWhole(page: Page, { whole, rows, kept }: Place): Promise<void> {
  await hurry(page, () => expect(page.getByRole('status')).toHaveText(whole));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(rows));
  await expect(accountOf(page)).toBeVisible();
  // The next record replaces it, once written.
  await expect.poll(async () => Object.keys(await storedRecords(page))).toContain(kept);
}

test('whatever goes wrong at any step, it is said with a way on, or mended unseen, and all is there in the end', async ({
  page,
  context,
  network,
  spotify,
  allowNetworkErrors,
}) => {
  test.slow();
  allowNetworkErrors();
  await page.clock.install();
  const world = { page, context, network, spotify };
  await page.goto('/');
  for (const met of WALK) {
    const { step, fault, says } = met;
    await test.step(`${step}: ${fault}`, async () => {
      await begin(world, met);
      if (met.says) await goOnAfter(world, met, met.says);
      else await endureUnseen(world, met);
      if (step !== 'profile') await expectWhole(page, PLACES[step]);
      else await hurry(page, () => expect(page.getByRole('status')).toHaveText(LIST.whole));
      if (!says) await expectUnseen(world, met);
      await mend(world, met);
    });
  }
});
