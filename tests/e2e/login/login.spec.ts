import { createHash } from 'node:crypto';
import { accountOf } from '../../support/account.ts';
import { addressesOf, isSecret } from '../../support/addresses.ts';
import { CLIENT_ID } from '../../support/client-id.ts';
import { hurry } from '../../support/hurry.ts';
import { submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;
const AUTHORIZE = /accounts\.spotify\.com\/authorize\?/;
const SCOPE = 'playlist-read-private playlist-read-collaborative user-library-read';

const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('[row 1, row 2, row 3, row 4, row 5, row 9, row 11, row 12, row 13, row 14, row 32, row 33, row 34] a login sends what it has to, nothing else, in its one tab, and leaves no code behind', async ({
  page,
  context,
  network,
  spotify,
  redirectUris,
  hostPages,
  reachConsent,
}) => {
  const host = await hostPages('dist', '/');
  const redirectUri = `${host.origin}/callback`;
  redirectUris.push(redirectUri);
  const cookie = { name: 'sp_dc', value: 'secret', domain: 'accounts.spotify.com', path: '/' };
  await context.addCookies([{ ...cookie, secure: true, sameSite: 'None' }]);
  const surprises: string[] = [];
  context.on('page', () => surprises.push('a popup'));
  page.on('frameattached', () => surprises.push('a frame'));
  await page.addInitScript(() => {
    window.open = () => {
      throw new Error('window.open was called');
    };
  });
  // Back from Spotify the form works, and begins another login.
  await reachConsent(page, host.url);
  await page.goBack();
  await submitLogInForm(page);
  await expect(tableOf(page)).toBeVisible();
  expect(surprises).toEqual([]);

  await test.step('three scopes, with S256 and a state that says nothing, new for each click', () => {
    const [first, asked, ...more] = network.requestsTo(AUTHORIZE).map(({ url }) => queryOf(url));
    expect(more).toEqual([]);
    expect(asked).toEqual({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'code_challenge']) expect(first?.[name]).not.toBe(asked?.[name]);
    const sent = new URLSearchParams(network.requestsTo(TOKEN)[0]?.body);
    const verifier = sent.get('code_verifier') ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(challenge).toBe(asked?.['code_challenge']);
  });

  await test.step('no secret, no cookie, no referrer, and no preflight', () => {
    expect(network.requestsTo(AUTHORIZE)[1]?.headers.get('cookie')).toBe('sp_dc=secret');
    const [sent, ...more] = network.requestsTo(TOKEN);
    expect(more).toEqual([]);
    expect([...new URLSearchParams(sent?.body).keys()].sort()).toEqual([
      'client_id',
      'code',
      'code_verifier',
      'grant_type',
      'redirect_uri',
    ]);
    for (const header of ['authorization', 'cookie', 'referer']) {
      expect(sent?.headers.has(header), header).toBe(false);
    }
    const preflights = network.requests.filter(({ method }) => method === 'OPTIONS');
    expect(preflights.filter(({ url }) => url.includes('accounts.'))).toEqual([]);
  });

  await test.step('no address of the page, and no Referer at its host, holds the code', async () => {
    await expect(page).toHaveURL(`${host.origin}/playlists`);
    expect((await addressesOf(page)).filter(isSecret)).toEqual([]);
    const callback = host.requests.findIndex(({ path }) => path.startsWith('/callback?code='));
    expect(callback).toBeGreaterThan(0);
    // Requests of the callback page itself could reveal it.
    expect(host.requests.length).toBeGreaterThan(callback + 1);
    expect(host.requests.filter(({ referer }) => referer?.includes('code='))).toEqual([]);
  });

  await test.step('reload, Back and Forward ask for no second token', async () => {
    for (const go of ['reload', 'goBack', 'goForward'] as const) {
      await page[go]();
      await expect(tableOf(page)).toBeVisible();
    }
    await expect(page).toHaveURL(`${host.origin}/playlists`);
    expect(network.requestsTo(TOKEN)).toHaveLength(1);
    expect(spotify.requests.map(({ step }) => step)).not.toContain('refresh');
  });
});

const ADDRESSES_WITHOUT_LOGIN = [
  `/?login=1&client_id=${CLIENT_ID}`,
  `/login?client_id=${CLIENT_ID}#login`,
  `/playlists?client_id=${CLIENT_ID}`,
  '/callback?error=login_required&state=x',
  '/callback',
];

test('[row 10] opening an address starts no login', async ({ page, baseURL, network, spotify }) => {
  await page.clock.install();
  for (const path of ADDRESSES_WITHOUT_LOGIN) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // The next navigation would cut off a login begun here. The footer is drawn last.
      await hurry(page, () => expect(page.getByRole('contentinfo')).toBeVisible());
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      expect(`${new URL(page.url()).origin}/`).toBe(baseURL);
    });
  }
  expect(network.requests).toEqual([]);
  expect(spotify.requests).toEqual([]);
});

test('[row 7, row 29] from a misleading address a login asks for what every login asks for, and leads back there', async ({
  page,
  baseURL,
  network,
  reachConsent,
}) => {
  const path = '/flow?of=login&redirect_uri=https://evil.example/callback&scope=evil&state=known';
  const callback = await reachConsent(page, path);
  const [asked] = network.requestsTo(AUTHORIZE).map(({ url }) => queryOf(url));
  expect(asked).toMatchObject({
    client_id: CLIENT_ID,
    redirect_uri: `${baseURL}callback`,
    scope: SCOPE,
  });
  expect(JSON.stringify(asked)).not.toMatch(/evil|known/);
  await page.goto(callback.href);
  await expect(accountOf(page)).toBeVisible();
  await expect(page).toHaveURL(path);
});

test('[s28] Enter held at the button makes one authorization request, and the button works again after Back', async ({
  page,
  network,
  spotify: _,
}) => {
  const button = page.getByRole('button', { name: 'Log in with Spotify' });
  const answers = network.hosts.get('accounts.spotify.com');
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Client ID' }).fill(CLIENT_ID);
  await button.focus();
  const released = { promise: Promise.resolve(), release: () => {} };
  released.promise = new Promise((resolve) => {
    released.release = resolve;
  });
  network.hosts.set('accounts.spotify.com', async () => {
    await released.promise;
    return new Response('<title>Spotify asks</title>', {
      headers: { 'content-type': 'text/html' },
    });
  });
  for (let repeat = 0; repeat < 8; repeat++) {
    await page.keyboard.down('Enter');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await page.keyboard.up('Enter');
  released.release();
  await page.waitForURL(AUTHORIZE);
  expect(network.requestsTo(AUTHORIZE)).toHaveLength(1);

  await page.goBack();
  if (answers) network.hosts.set('accounts.spotify.com', answers);
  await button.click();
  await expect(tableOf(page)).toBeVisible();
  expect(network.requestsTo(AUTHORIZE)).toHaveLength(2);
});
