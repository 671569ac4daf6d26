import type { Page } from '@playwright/test';
import { openAccount } from '../../support/account.ts';
import { clientIdBoxOf, leftFor, submitLogInForm } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { tableIsFull } from '../../support/playlists-page.ts';
import { forgetLists, storedRecords } from '../../support/stored.ts';
import { test as base, expect } from '../fixtures.ts';
import { type DatabaseRequest, type LeftPage, leaveDuring } from './leave-page.ts';

/** How long another page may wait for the database before it counts as blocked, in ms. */
const PATIENCE_MS = 5_000;

interface Leaving {
  /** Leaves this test's page in the middle of a request, when it is made. */
  leave(request: DatabaseRequest): Promise<LeftPage>;
  /** Records that another page reads from the database while the first one is frozen. */
  foundElsewhere(): Promise<Readonly<Record<string, unknown>>>;
}

const test = base.extend<{ leaving: Leaving; other: Page }>({
  other: async ({ context }, use) => {
    const other = await context.newPage();
    await other.goto('/robots.txt');
    await use(other);
  },
  leaving: async ({ page, network, other }, use) => {
    await use({
      leave: (request) => leaveDuring(page, network, request),
      async foundElsewhere() {
        const blocked = new Promise<'blocked'>((resolve) => {
          setTimeout(resolve, PATIENCE_MS, 'blocked');
        });
        const found = await Promise.race([storedRecords(other), blocked]);
        expect(found, 'another page waits for the one that was left').not.toBe('blocked');
        return Object(found);
      },
    });
  },
});

/** Clicks a button; the database connection is closed at its next use, as Safari does without an event. */
async function closeAtNextUse(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).evaluate((button: HTMLElement) => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...values) {
      IDBDatabase.prototype.transaction = transaction;
      this.close();
      return transaction.apply(this, values);
    };
    button.click();
  });
}

/** The tokens of a stored login. */
const tokensIn = (records: Readonly<Record<string, unknown>>): unknown =>
  Object(records['session']).accessToken;

test('[row 68] a page left during its log-out leaves no login behind, nor a transaction', async ({
  loggedIn: page,
  leaving,
}) => {
  const logOut = await openAccount(page);
  const { left, comeBack } = await leaving.leave({ method: 'delete', key: 'session' });
  // The click ends with the freeze.
  const click = logOut.click();
  await left;
  expect(await leaving.foundElsewhere()).not.toHaveProperty('session');
  await comeBack();
  await click;
  await expect(clientIdBoxOf(page)).toBeVisible();
});

test('[row 62] a page left while it stores renewed tokens has stored them, and leaves no transaction', async ({
  loggedIn: page,
  leaving,
}) => {
  await openResult(page);
  const before = tokensIn(await leaving.foundElsewhere());
  const { left, comeBack } = await leaving.leave({ method: 'put', key: 'session' });
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await left;
  const after = tokensIn(await leaving.foundElsewhere());
  expect(after).toEqual(expect.any(String));
  expect(after).not.toBe(before);
  await comeBack();
  await page.getByRole('link', { name: 'Playlists', exact: true }).click();
  await tableIsFull(page);
});

test('[row 17] a page left while it begins a login has stored what waits for the answer', async ({
  page,
  spotify: _,
  leaving,
}) => {
  await page.goto('/');
  const { left, comeBack } = await leaving.leave({ method: 'put', key: 'pending-login:' });
  // The click ends with the freeze.
  const submitted = submitLogInForm(page);
  await left;
  const kept = Object.keys(await leaving.foundElsewhere());
  expect(kept.filter((key) => key.startsWith('pending-login:'))).toHaveLength(1);
  await comeBack();
  await submitted;
  // It goes on to Spotify and back.
  await tableIsFull(page);
});

for (const [what, method, key] of [
  ['takes the login that waits', 'delete', 'pending-login:'],
  ['stores the new login', 'put', 'session'],
] as const) {
  test(`[row 17] a page left while it ${what} has done so, and finishes the login when it comes back`, async ({
    page,
    leaving,
    reachConsent,
  }) => {
    const callback = await reachConsent(page);
    const { left, comeBack } = await leaving.leave({ method, key });
    await page.goto(callback.href, { waitUntil: 'commit' });
    await left;
    const found = await leaving.foundElsewhere();
    const kept = Object.keys(found);
    expect(kept.filter((name) => name.startsWith('pending-login:'))).toEqual([]);
    expect(kept.includes('session')).toBe(key === 'session');
    await comeBack();
    await tableIsFull(page);
  });
}

test('[row 59] a page left while it keeps a list lets go of the database, and shows its list when it comes back', async ({
  loggedIn: page,
  leaving,
}) => {
  await forgetLists(page);
  const { left, comeBack } = await leaving.leave({ method: 'put', key: 'library:' });
  await page.reload({ waitUntil: 'commit' });
  await left;
  expect(await leaving.foundElsewhere()).toHaveProperty('session');
  await comeBack();
  await tableIsFull(page);
  await page.reload();
  await tableIsFull(page);
});

test('[row 59] a connection that the browser has closed is opened anew, and nobody notices', async ({
  loggedIn: page,
}) => {
  await openResult(page);
  await closeAtNextUse(page, 'Refresh now');
  await page.getByRole('link', { name: 'Step by step' }).click();
  await expect(page.getByText('Spotify sent no new refresh token.')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'About your login' })).toHaveCount(0);
  const left = leftFor(page);
  await openAccount(page);
  await closeAtNextUse(page, 'Log out');
  await left;
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(Object.keys(await storedRecords(page))).not.toContain('session');
});
