import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { openBrowser } from '../../support/unit/browser.ts';
import { settled } from '../../support/unit/latch.ts';
import { PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';
import { json, text } from '../../support/unit/token-answers.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Someone is logged in, and their access token has run out. */
async function meetExpired(options: { readonly rotateRefreshTokens?: boolean } = {}) {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser, options);
  const tab = browser.openTab();
  await logIn(tab);
  const before = await browser.tokens.read();
  if (!before) throw new Error('not logged in');
  browser.clock.advance(HOUR);
  return { browser, spotify, tab, before };
}

test('[row 64, r1] a refresh that brings no refresh token keeps the old one, over and over', async () => {
  const { browser, spotify, tab, before } = await meetExpired();
  for (let refresh = 1; refresh <= 3; refresh++) {
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    expect(countOf(spotify, 'refresh')).toBe(refresh);
    browser.clock.advance(HOUR);
  }
  const after = await browser.tokens.read();
  expect(after?.refreshToken).toBe(before.refreshToken);
  expect(after?.accessToken).not.toBe(before.accessToken);
});

test('[row 64, r2] a refresh that brings a new refresh token replaces the old one, over and over', async () => {
  const { browser, spotify, tab, before } = await meetExpired({ rotateRefreshTokens: true });
  const seen = new Set([before.refreshToken]);
  for (let refresh = 1; refresh <= 3; refresh++) {
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    expect(countOf(spotify, 'refresh')).toBe(refresh);
    seen.add((await browser.tokens.read())?.refreshToken ?? null);
    browser.clock.advance(HOUR);
  }
  expect(seen.size).toBe(4);
});

test.each([
  ['r7', 'an empty scope', ''],
  ['row 65', 'no scope', undefined],
])(
  '[%s] a refresh that answers with %s keeps the scopes that were granted',
  async (_id, _case, scope) => {
    const { browser, tab, before } = await meetExpired();
    const grantedScopes = ['playlist-read-private'];
    await browser.tokens.write({ ...before, grantedScopes });
    network.use(http.post(TOKEN, json({ access_token: 'next', token_type: 'Bearer', scope })));
    await tab.session.refreshNow();
    expect(await browser.tokens.read()).toMatchObject({ accessToken: 'next', grantedScopes });
  },
);

test('[row 67] refreshing moves neither the day of consent nor the account', async () => {
  const { browser, tab, before } = await meetExpired();
  const account = { accountId: 'a', userId: 'u', displayName: 'Ada' };
  await tab.session.setAccount(before.loginId, account);
  await tab.session.fetch(PROFILE);
  expect(await browser.tokens.read()).toMatchObject({
    loginId: before.loginId,
    authorizedAt: before.authorizedAt,
    issuedAt: before.authorizedAt + HOUR,
    account,
  });
});

test.each([
  ['r4', 'an outage', text('<h1>503</h1>', 503, 'text/html'), 'login-unavailable'],
  ['r4', 'an empty outage', text(null, 502, 'text/plain'), 'login-unavailable'],
  ['r5', 'a rate limit', text('Too many requests', 429, 'text/plain'), 'login-unavailable'],
  [
    's16',
    'a rate limit that says invalid_grant',
    json({ error: 'invalid_grant' }, 429),
    'login-unavailable',
  ],
  ['r6', 'no network', HttpResponse.error, 'login-unavailable'],
  [
    's16',
    'an outage that says invalid_grant',
    json({ error: 'invalid_grant' }, 503),
    'login-unavailable',
  ],
  ['row 39', 'invalid_client', json({ error: 'invalid_client' }, 400), 'client-configuration'],
  [
    'row 39',
    'unsupported_grant_type',
    json({ error: 'unsupported_grant_type' }, 400),
    'client-configuration',
  ],
  ['row 39', 'a web page', text('<h1>Log in</h1>', 200, 'text/html'), 'token-response'],
  [
    'row 39',
    'a web page with status 400',
    text('<h1>Oops</h1>', 400, 'text/html'),
    'token-response',
  ],
  [
    'row 34',
    'a redirect',
    () => HttpResponse.redirect('https://accounts.spotify.com/x', 302),
    'token-response',
  ],
])(
  '[row 39, %s] %s at a refresh logs nobody out, and the next try works',
  async (_id, _case, answer, expected) => {
    const { browser, tab, before } = await meetExpired();
    network.use(http.post(TOKEN, answer, { once: true }));

    await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: expected });
    expect(tab.session.state().kind).toBe('signed-in');
    expect(await browser.tokens.read()).toEqual(before);

    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  },
);

test('[row 39, r3] invalid_grant ends the session for good: the token is dropped and never tried again', async () => {
  const { browser, spotify, tab } = await meetExpired();
  const other = browser.openTab();
  await other.session.restore();
  spotify.faults.arm('invalid-grant', { on: 'refresh' });

  for (const { session } of [tab, tab, other]) {
    const request = session.fetch(PROFILE);
    await expect(request).rejects.toThrow(expect.objectContaining({ kind: 'login-ended' }));
    await expect(request).rejects.toMatchObject({ kind: 'login-ended' });
    expect(session.state()).toEqual({ kind: 'ended' });
    await settled();
  }

  expect(await browser.tokens.read()).toBeUndefined();
  expect(countOf(spotify, 'refresh')).toBe(1);
  expect(countOf(spotify, 'profile')).toBe(0);
});

test('[row 40] invalid_grant counts by its code, whatever its description says', async () => {
  const { browser, tab } = await meetExpired();
  const answer = { error: 'invalid_grant', error_description: 'server_error, try again' };
  network.use(http.post(TOKEN, json(answer, 400)));
  await expect(tab.session.refreshNow()).rejects.toMatchObject({ kind: 'login-ended' });
  expect(await browser.tokens.read()).toBeUndefined();
});

test('[row 39] a login without a refresh token ends when its access token does, without a request', async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  const request = await tab.session.beginLogin({ clientId: 'client', returnTo: '/playlists' });
  const state = request.searchParams.get('state') ?? '';
  const answer = json({ access_token: 'only', token_type: 'Bearer', expires_in: 3600 });
  network.use(http.post(TOKEN, answer, { once: true }));
  await tab.session.completeLogin(new URLSearchParams({ code: 'c', state }));
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'login-ended' });
  expect(tab.session.state()).toEqual({ kind: 'ended' });
});

test('[row 67, s12] 180 days after consent a refresh ends in one question to log in, and no loop', async () => {
  const { browser, spotify, tab } = await meetExpired();
  browser.clock.advance(180 * DAY);
  for (let attempt = 0; attempt < 3; attempt++) {
    await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'login-ended' });
  }
  expect(countOf(spotify, 'refresh')).toBe(1);

  await logIn(tab);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
});

test('[row 62, s7] a rotated token whose answer got lost ends in a login, and no loop', async () => {
  const { browser, spotify, tab } = await meetExpired({ rotateRefreshTokens: true });
  spotify.faults.arm('answer-lost', { on: 'refresh' });
  await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'login-unavailable' });

  const reopened = browser.openTab();
  await reopened.session.restore();
  for (let attempt = 0; attempt < 3; attempt++) {
    await expect(reopened.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'login-ended' });
  }
  expect(countOf(spotify, 'refresh')).toBe(2);
});
