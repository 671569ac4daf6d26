import { hurry } from '../../support/hurry.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;
const AUTHORIZE = /accounts\.spotify\.com\/authorize\?/;

test('[row 27, c9] whoever declines meets a calm page with one button, and nothing happens by itself', async ({
  page,
  network,
  spotify,
}) => {
  spotify.consent = 'decline';
  await page.goto('/');
  await submitLogInForm(page);
  await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Log in again']);
  expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
  await page.waitForLoadState('networkidle');
  expect(network.requests.map(({ method }) => method)).toEqual(['GET']);

  spotify.consent = 'agree';
  await page.getByRole('button', { name: 'Log in again' }).click();
  await expect(tableOf(page)).toBeVisible();
  const states = network
    .requestsTo(AUTHORIZE)
    .map(({ url }) => new URL(url).searchParams.get('state'));
  expect(new Set(states).size).toBe(2);
});

test('[c11] an error counts even beside a code', async ({ page, network, reachConsent }) => {
  const callback = await reachConsent(page);
  callback.searchParams.set('error', 'access_denied');
  await page.goto(callback.href);
  await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toEqual([]);
});

test('[row 27] an error that is no refusal by the person starts no second login', async ({
  page,
  network,
  reachConsent,
}) => {
  const errors = ['server_error', 'invalid_scope', 'temporarily_unavailable', '<b>bold</b>'];
  for (const [place, error] of errors.entries()) {
    await test.step(error, async () => {
      const callback = await reachConsent(page);
      callback.searchParams.delete('code');
      callback.searchParams.set('error', error);
      await page.goto(callback.href);
      await expect(page.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
      await expect(page.getByRole('main').getByRole('button')).toHaveText(['Log in again']);
      expect(network.requestsTo(AUTHORIZE)).toHaveLength(place + 1);
    });
  }
  await page.waitForLoadState('networkidle');
  expect(network.requestsTo(TOKEN)).toEqual([]);
  expect(network.requestsTo(AUTHORIZE)).toHaveLength(errors.length);
});

test('[row 28] no text of an answer with an error is ever shown', async ({
  page,
  reachConsent,
}) => {
  await page.clock.install();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const openError = async (error: string, more: Record<string, string> = {}) => {
    const callback = await reachConsent(page);
    callback.searchParams.delete('code');
    for (const [name, value] of Object.entries({ error, ...more })) {
      callback.searchParams.set(name, value);
    }
    await page.goto(callback.href);
    await expect(page.getByRole('button', { name: 'Log in again' })).toBeVisible();
    // The footer is drawn last.
    await hurry(page, () => expect(page.getByRole('contentinfo')).toBeVisible());
    return { address: callback.href, shown: await page.locator('body').innerHTML() };
  };
  const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>Call 0900-PHISH now. ';
  for (const error of ['access_denied', 'phishing']) {
    await test.step(error, async () => {
      const plain = await openError(error);
      const { address, shown } = await openError(error, {
        error_description: markup.repeat(60),
        error_uri: 'javascript:alert(3)',
      });
      expect(address.length).toBeGreaterThan(5_000);
      expect(shown).toBe(plain.shown);
      expect(dialogs).toEqual([]);
    });
  }
});

test('[row 32, c18] opening a used callback again asks for no second token and keeps the login', async ({
  page,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  await page.goto(callback.href);
  await expect(tableOf(page)).toBeVisible();
  await page.goto(callback.href);
  await expect(page.getByRole('alert')).toContainText('You are still logged in as before.');
  await page.reload();
  await expect(tableOf(page)).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
});

test('[row 32] reload, Back and Forward after a login ask for no second token', async ({
  page,
  network,
  spotify,
  logIn,
}) => {
  await logIn(page);
  const table = tableOf(page);
  await page.reload();
  await expect(table).toBeVisible();
  await page.goBack();
  await expect(table).toBeVisible();
  await page.goForward();
  await expect(table).toBeVisible();
  await expect(page).toHaveURL('/playlists');
  const grants = spotify.requests.filter(({ step }) => step === 'token' || step === 'authorize');
  expect(grants.map(({ step }) => step)).toEqual(['authorize', 'token']);
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
});

test('[row 32, s5] a callback reloaded while its code is exchanged asks once and ends cleanly', async ({
  page,
  network,
  reachConsent,
}) => {
  network.break(TOKEN, 'hang');
  await page.goto((await reachConsent(page)).href);
  await expect.poll(() => network.requestsTo(TOKEN)).toHaveLength(1);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Nothing to finish here' })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
  await page.getByRole('button', { name: 'Log in again' }).click();
  await expect(tableOf(page)).toBeVisible();
});

test('[row 4, s4] of two logins begun in one tab the first answer is refused and the second works', async ({
  page,
  network,
  reachConsent,
}) => {
  const first = await reachConsent(page);
  const second = await reachConsent(page);
  await page.goto(first.href);
  await expect(page.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toEqual([]);
  await page.goto(second.href);
  await expect(tableOf(page)).toBeVisible();
});

const OUTAGES = {
  'is down': 'server-error-503',
  'asks to slow down': 'rate-limited-no-cors',
  'cannot be reached': 'network-error',
} as const;

test('[row 27] while the token endpoint fails a login fails calmly and works on the next try', async ({
  page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  for (const [what, fault] of Object.entries(OUTAGES)) {
    await test.step(what, async () => {
      spotify.faults.arm(fault, { on: 'token' });
      await page.goto('/');
      await submitLogInForm(page);
      await expect(page.getByRole('alert')).toContainText('could not be reached');
      await page.getByRole('button', { name: 'Log in again' }).click();
      await expect(tableOf(page)).toBeVisible();
      await logOut(page);
    });
  }
});
