import { expect, test } from 'vitest';
import { makeMemoryTokenStore } from '../../../src/storage/memory.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { endOf, settled } from '../../support/unit/latch.ts';
import { PROFILE, useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, countOf, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const LIMIT = 1_000;

/** Someone is logged in, in one tab alone, and their refresh tokens rotate. */
async function openTabOfLogin() {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser, { rotateRefreshTokens: true });
  const tokens = makeMemoryTokenStore();
  const tab = browser.openTab({ tokens });
  const request = await tab.session.beginLogin({
    clientId: CLIENT.clientId,
    returnTo: '/playlists',
    isKept: false,
  });
  await tab.session.completeLogin(await authorizationResponse(request));
  /** Opens a tab with a copy of the stored login, as "Duplicate tab" does. */
  const duplicate = async () => {
    const copied = makeMemoryTokenStore();
    const record = await tokens.read();
    if (record) await copied.write(record);
    return browser.openTab({ tokens: copied });
  };
  return { browser, spotify, tab, duplicate };
}

test('[s26] a copy of a tab whose login is not kept sends no refresh token, and the login lives on in its tab', async () => {
  const { browser, spotify, tab, duplicate } = await openTabOfLogin();
  const copy = await duplicate();
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  const refused = copy.session.fetch(PROFILE);
  const hasEnded = endOf(refused);
  await settled();
  expect(hasEnded()).toBe(false);
  browser.clock.advance(LIMIT);
  await expect(refused).rejects.toMatchObject({ kind: 'logged-out' });
  expect(countOf(spotify, 'refresh')).toBe(1);
  expect(copy.session.state()).toEqual({ kind: 'signed-out', reason: 'copied' });

  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
});

test('[s26] a copy learns that it is one without a request, also in the first hour', async () => {
  const { browser, spotify, tab, duplicate } = await openTabOfLogin();
  const copy = await duplicate();
  await copy.session.restore();
  expect(copy.session.state().kind).toBe('signed-in');
  await settled();
  browser.clock.advance(LIMIT);
  await expect.poll(() => copy.session.state().kind).toBe('signed-out');
  await copy.session.restore();
  expect(copy.session.state().kind).toBe('signed-out');
  expect(tab.session.state().kind).toBe('signed-in');
  expect(countOf(spotify, 'profile')).toBe(0);
});

test('[s26] the next page in the same tab takes the login over, and so does the page before once it comes back', async () => {
  const { browser, spotify, tab, duplicate } = await openTabOfLogin();
  const next = await duplicate();
  await next.session.restore();
  tab.session.leave();
  await settled();
  browser.clock.advance(HOUR);
  await expect(next.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect(next.session.state().kind).toBe('signed-in');

  next.session.leave();
  await tab.session.restore();
  await settled();
  browser.clock.advance(LIMIT);
  await settled();
  expect(tab.session.state().kind).toBe('signed-in');
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test('[s26] a copy in which someone logs in has a login of its own', async () => {
  const { browser, tab, duplicate } = await openTabOfLogin();
  const copy = await duplicate();
  await copy.session.restore();
  await settled();
  browser.clock.advance(LIMIT);
  await expect.poll(() => copy.session.state().kind).toBe('signed-out');
  const request = await copy.session.beginLogin({
    clientId: CLIENT.clientId,
    returnTo: '/playlists',
    isKept: false,
  });
  await copy.session.completeLogin(await authorizationResponse(request));
  for (const { session } of [tab, copy]) {
    browser.clock.advance(HOUR);
    await expect(session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  }
});
