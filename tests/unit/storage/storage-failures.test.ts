import { expect, test } from 'vitest';
import { LoginError } from '../../../src/oauth/errors.ts';
import { NewerRecordError } from '../../../src/session/errors.ts';
import type { TokenStore } from '../../../src/session/types.ts';
import { makeTabMark } from '../../../src/storage/pending-logins.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { PROFILE, useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;

async function failing(): Promise<never> {
  throw new LoginError('storage-full');
}

/** A browser whose storage begins to fail in some ways once a test says so. */
function openFragileBrowser() {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser, { rotateRefreshTokens: true });
  const tokens: TokenStore = { ...browser.tokens };
  const breakDown = (failures: Partial<TokenStore>) => Object.assign(tokens, failures);
  return { browser, spotify, tab: browser.openTab({ tokens }), breakDown };
}

test('[row 71, s13] where nothing can be stored, a login lives on in memory and says so', async () => {
  const { browser, spotify, tab, breakDown } = openFragileBrowser();
  breakDown({ write: failing, replace: failing });
  await expect(logIn(tab)).resolves.toBe('/playlists');
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: false });
  for (let hour = 1; hour <= 3; hour++) {
    browser.clock.advance(HOUR);
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    expect(countOf(spotify, 'refresh')).toBe(hour);
  }
  expect(await browser.tokens.read()).toBeUndefined();
});

test('[row 71, s13] a storage that fills up after the login costs no login, though tokens rotate', async () => {
  const { browser, tab, breakDown } = openFragileBrowser();
  await logIn(tab);
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: true });
  breakDown({ write: failing, replace: failing });
  for (let hour = 1; hour <= 3; hour++) {
    browser.clock.advance(HOUR);
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    await tab.session.restore();
    expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: false });
  }
});

test('[row 71, s13] a storage that cannot be read any more costs no login', async () => {
  const { browser, tab, breakDown } = openFragileBrowser();
  await logIn(tab);
  breakDown({ read: failing, write: failing, replace: failing });
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: false });
});

test('[row 71] a storage that works again is used again', async () => {
  const { browser, tab, breakDown } = openFragileBrowser();
  await logIn(tab);
  breakDown({ replace: failing });
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: false });
  breakDown({ replace: browser.tokens.replace });
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: true });
});

test('[row 70, 71] someone whose login cannot be stored is not taken for who is stored', async () => {
  const { browser, spotify, tab, breakDown } = openFragileBrowser();
  await logIn(tab);
  browser.clock.advance(1000);
  breakDown({ write: failing, replace: failing });
  spotify.user = { accountId: 'acc-bob', id: 'bob', displayName: 'Bob' };
  await logIn(tab);
  await tab.session.restore();
  expect(await (await tab.session.fetch(PROFILE)).json()).toMatchObject({ id: 'bob' });
});

test('[row 71] a login in another tab is newer than one that could not be stored', async () => {
  const { browser, spotify, tab, breakDown } = openFragileBrowser();
  breakDown({ write: failing });
  await logIn(tab);
  browser.clock.advance(1000);
  spotify.user = { accountId: 'acc-bob', id: 'bob', displayName: 'Bob' };
  await logIn(browser.openTab());
  await tab.session.restore();
  expect(await (await tab.session.fetch(PROFILE)).json()).toMatchObject({ id: 'bob' });
});

test('[row 71] a log-out ends a login that could not be stored', async () => {
  const { tab, breakDown } = openFragileBrowser();
  breakDown({ write: failing, replace: failing });
  await logIn(tab);
  await tab.session.logOut();
  await tab.session.restore();
  expect(tab.session.state()).toEqual({ kind: 'signed-out', reason: 'logged-out' });
  await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'logged-out' });
});

test('[row 71] a storage that cannot be used at start is told', async () => {
  const { tab, breakDown } = openFragileBrowser();
  breakDown({ read: failing });
  await expect(tab.session.restore()).rejects.toMatchObject({ kind: 'storage-full' });
});

test('[row 59] tokens that the browser has removed leave a page that is signed out, without an error', async () => {
  const { browser, tab } = openFragileBrowser();
  await logIn(tab);
  await browser.tokens.clear(() => true);
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'logged-out' });
  expect(tab.session.state()).toEqual({ kind: 'signed-out', reason: 'none' });
});

test('[row 58, s13] a record of a newer release is left as it is, and nobody is signed in', async () => {
  const { browser, tab, breakDown } = openFragileBrowser();
  await logIn(tab);
  const stored = await browser.tokens.read();
  const read = async () => {
    throw new NewerRecordError();
  };
  breakDown({ read });
  await expect(tab.session.restore()).resolves.toBeUndefined();
  expect(tab.session.state()).toEqual({ kind: 'signed-out', reason: 'newer-record' });
  await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'logged-out' });
  expect(await browser.tokens.read()).toEqual(stored);
});

test('[row 71] a tab that has no room for the mark of its login says so before anyone goes to Spotify', async () => {
  const { browser } = openFragileBrowser();
  const full: Pick<Storage, 'getItem' | 'removeItem' | 'setItem'> = {
    getItem: () => null,
    removeItem: () => undefined,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const { session } = browser.openTab({ tabMark: makeTabMark(full, 'mark') });
  await expect(
    session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' }),
  ).rejects.toMatchObject({
    kind: 'storage-full',
  });
});
