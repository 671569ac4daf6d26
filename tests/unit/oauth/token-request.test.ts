import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../../../src/config.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();

/** Logs in and refreshes once, keeping every request as it was given to `fetch`. */
async function watchTokenRequests() {
  const sent: { url: string; init: RequestInit }[] = [];
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const tab = browser.openTab({
    fetch(url, init) {
      sent.push({ url, init });
      return fetch(url, init);
    },
  });
  const request = await tab.session.beginLogin({
    clientId: CLIENT.clientId,
    returnTo: '/playlists',
  });
  const state = request.searchParams.get('state') ?? '';
  const pending = await browser.pendingLogins.take(state);
  if (!pending) throw new Error('no login is pending');
  await browser.pendingLogins.put(pending);
  const response = await authorizationResponse(request);
  await expect(tab.session.completeLogin(response)).resolves.toBe('/playlists');
  const tokens = await browser.tokens.read();
  await tab.session.refreshNow();
  const [exchange, refresh, ...more] = sent;
  if (!exchange || !refresh || more.length > 0) throw new Error('not two token requests');
  return { exchange, refresh, pending, code: response.get('code'), tokens };
}

test('[row 33] the exchange is a form with five fields: the code, and what proves whose it is', async () => {
  const { exchange, pending, code } = await watchTokenRequests();
  expect(exchange.url).toBe(TOKEN);
  expect(exchange.init.method).toBe('POST');
  expect(fieldsOf(exchange.init)).toEqual([
    ['client_id', CLIENT.clientId],
    ['code', code],
    ['code_verifier', pending.codeVerifier],
    ['grant_type', 'authorization_code'],
    ['redirect_uri', CLIENT.redirectUri],
  ]);
});

test('[row 33, 65] the refresh is a form with three fields and asks for no scope', async () => {
  const { refresh, tokens } = await watchTokenRequests();
  expect(refresh.url).toBe(TOKEN);
  expect(refresh.init.method).toBe('POST');
  expect(fieldsOf(refresh.init)).toEqual([
    ['client_id', CLIENT.clientId],
    ['grant_type', 'refresh_token'],
    ['refresh_token', tokens?.refreshToken],
  ]);
});

test.each(['exchange', 'refresh'] as const)(
  '[row 33] the %s has no header that would cost a preflight',
  async (kind) => {
    const { init } = (await watchTokenRequests())[kind];
    const headers = Object.fromEntries(new Headers(init.headers));
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    });
  },
);

test.each(['exchange', 'refresh'] as const)(
  '[row 34] the %s follows no redirect, takes no cookies along, leaves no copy and no referrer',
  async (kind) => {
    const { init } = (await watchTokenRequests())[kind];
    expect(init).toMatchObject({
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(init.signal).toBeInstanceOf(AbortSignal);
  },
);

test('[row 34, 43, 44] a request to the Web API carries the token in its header, no cookies, and follows no redirect', async () => {
  const inits: RequestInit[] = [];
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const tab = browser.openTab({
    fetch(url, init) {
      if (url.startsWith(SPOTIFY_API)) inits.push(init);
      return fetch(url, init);
    },
  });
  await logIn(tab);
  const tokens = await browser.tokens.read();
  await tab.session.fetch(PROFILE, { credentials: 'include', redirect: 'follow' });

  const [init] = inits;
  expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
    authorization: `Bearer ${tokens?.accessToken}`,
  });
  expect(init).toMatchObject({
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
});

test('[row 34, t20] a redirect of the token endpoint is not followed', async () => {
  const stolen: string[] = [];
  const browser = openBrowser();
  simulateSpotify(network, browser);
  network.use(
    http.post(TOKEN, () => HttpResponse.redirect(`${SPOTIFY_ACCOUNTS.issuer}/steal`, 302)),
    http.all('*/steal', ({ request }) => {
      stolen.push(request.url);
      return HttpResponse.json({ access_token: 'a', token_type: 'Bearer' });
    }),
  );
  await expect(logIn(browser.openTab())).rejects.toMatchObject({ kind: 'token-response' });
  expect(stolen).toEqual([]);
});

function fieldsOf(init: RequestInit): [string, string][] {
  if (!(init.body instanceof URLSearchParams)) throw new Error('the body is no form');
  return [...init.body].sort(([one], [other]) => one.localeCompare(other));
}
