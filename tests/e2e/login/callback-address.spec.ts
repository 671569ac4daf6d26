import type { Page } from '@playwright/test';
import { addressesOf, isSecret } from '../../support/addresses.ts';
import { hurry } from '../../support/hurry.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { prerender } from '../../support/prerender.ts';
import { ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;
const AUTHORIZE = /accounts\.spotify\.com\/authorize\?/;

test('[row 13, row 15, row 32, s5, s18] while a code is exchanged no address holds it, nobody else is asked, and a reload asks no second time', async ({
  page,
  baseURL,
  network,
  reachConsent,
}) => {
  const callback = await reachConsent(page);
  callback.searchParams.append('utm_source', 'mail');
  callback.searchParams.append('fbclid', 'x'.repeat(80));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  network.break(TOKEN, 'hang');
  await page.goto(`${callback.href}#_=_`);
  await expect(page.getByRole('heading', { name: 'Logging in' })).toBeVisible();
  await expect(page).toHaveURL('/callback');
  expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
  await expect.poll(() => network.requestsTo(TOKEN)).toHaveLength(1);
  const elsewhere = asked.filter((url) => !url.startsWith(baseURL ?? ''));
  expect(elsewhere).toEqual(['https://accounts.spotify.com/api/token']);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Nothing to finish here' })).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
  await page.getByRole('button', { name: 'Log in again' }).click();
  await expect(tableOf(page)).toBeVisible();
});

const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>Call 0900-PHISH now. ';
const DESCRIPTION = { error_description: MARKUP.repeat(60), error_uri: 'javascript:alert(3)' };

/** An answer that finishes no login. */
interface FailingAnswer {
  /** Its difference from the right one. */
  readonly query: Readonly<Record<string, string>>;
  /** The heading of the page. */
  readonly heading: string;
  /** A part of the text below it. */
  readonly says: string;
  /** An answer before it with which the page has to be the same. */
  readonly like?: string;
  readonly tokenRequests: number;
}

const DECLINED = { heading: 'You declined', says: '', tokenRequests: 0 };
const FAULT = { heading: 'The login did not finish', says: '', tokenRequests: 0 };
const BROKEN = 'a token request that the network breaks';
const LATE = 'an answer that comes after more than an hour';

const FAILING_ANSWERS: Readonly<Record<string, FailingAnswer>> = {
  'a refusal': { ...DECLINED, query: { error: 'access_denied' } },
  'a refusal with a text': {
    ...DECLINED,
    query: { error: 'access_denied', ...DESCRIPTION },
    like: 'a refusal',
  },
  'an error': { ...FAULT, query: { error: 'phishing' } },
  'an error with a text': {
    ...FAULT,
    query: { error: 'phishing', ...DESCRIPTION },
    like: 'an error',
  },
  'a foreign issuer': { ...FAULT, query: { iss: 'https://evil.example' } },
  'a code that Spotify refuses': { ...FAULT, query: { code: 'made-up' }, tokenRequests: 1 },
  [BROKEN]: { ...FAULT, query: {}, says: 'couldn’t be reached', tokenRequests: 1 },
  [LATE]: { ...FAULT, query: {}, says: 'This login took too long' },
};

/** Gives the address of an answer that differs from the right one. */
function changed(callback: URL, query: Readonly<Record<string, string>>): string {
  for (const [name, value] of Object.entries(query)) callback.searchParams.set(name, value);
  if (query['error'] !== undefined) callback.searchParams.delete('code');
  return callback.href;
}

/** Opens an address and waits for the calm page of an answer; gives its markup. */
async function openCalmPage(page: Page, address: string, { heading, says }: FailingAnswer) {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Log in again']);
  await expect(page.getByRole('main')).toContainText(says);
  await expect(page).toHaveURL('/callback');
  // The footer is drawn last.
  await hurry(page, () => expect(page.getByRole('contentinfo')).toBeVisible());
  expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
  expect(await storedRecords(page)).toEqual(ONLY_CLIENT_ID);
  return page.locator('body').innerHTML();
}

test('[row 13, row 19, row 27, row 28] an answer that finishes no login leaves neither address nor text of its own, and a page with one button', async ({
  page,
  network,
  allowNetworkErrors,
  reachConsent,
}) => {
  test.slow();
  allowNetworkErrors();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const again = page.getByRole('button', { name: 'Log in again' });
  const shown = new Map<string, string>();
  await page.clock.install();
  let callback = await reachConsent(page);
  for (const [what, answer] of Object.entries(FAILING_ANSWERS)) {
    await test.step(what, async () => {
      if (shown.size > 0) callback = await reachConsent(page, () => again.click());
      const sent = network.requestsTo(TOKEN).length;
      if (what === BROKEN) network.break(TOKEN, '429-without-cors');
      if (what === LATE) await page.clock.fastForward(61 * 60_000);
      const markup = await openCalmPage(page, changed(callback, answer.query), answer);
      expect(markup).toBe(shown.get(answer.like ?? '') ?? markup);
      shown.set(what, markup);
      expect(network.requestsTo(TOKEN)).toHaveLength(sent + answer.tokenRequests);
      expect(network.requestsTo(AUTHORIZE)).toHaveLength(shown.size);
    });
  }
  expect(dialogs).toEqual([]);
  const states = network
    .requestsTo(AUTHORIZE)
    .map(({ url }) => new URL(url).searchParams.get('state'));
  expect(new Set(states).size).toBe(shown.size);
});

test('[s31] an answer to another spelling of the callback leaves address and history, and logs in', async ({
  page,
  network,
  reachConsent,
}) => {
  for (const path of ['/callback/', '/callback.html', '/Callback']) {
    await test.step(path, async () => {
      await page.goto(`${path}?code=x&state=y`);
      await expect(page.getByRole('heading', { name: 'The login did not finish' })).toBeVisible();
      await expect(page).toHaveURL('/callback');
      expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
    });
  }
  expect(network.requestsTo(TOKEN)).toEqual([]);
  const callback = await reachConsent(page, '/index.html');
  expect(network.requestsTo(AUTHORIZE)).toHaveLength(1);
  callback.pathname = '/Callback/';
  await page.goto(callback.href);
  await expect(tableOf(page)).toBeVisible();
});

test('[row 31] a page that is prerendered spends no code until it is shown', async ({
  page,
  network,
  reachConsent,
}) => {
  const { href } = await reachConsent(page);
  const prerendered = await prerender(page);
  await page.goto(href);
  await expect.poll(() => prerendered.isWaiting()).toBe(true);
  expect(network.requestsTo(TOKEN)).toEqual([]);
  await prerendered.show();
  await expect(tableOf(page)).toBeVisible();
  expect(network.requestsTo(TOKEN)).toHaveLength(1);
});
