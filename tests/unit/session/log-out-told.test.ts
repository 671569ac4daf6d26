import { expect, test } from 'vitest';
import { LoginError } from '../../../src/oauth/errors.ts';
import type { LoginEnd, SessionDependencies } from '../../../src/session/dependencies.ts';
import { makeInPageChannels } from '../../../src/session/in-page-tabs.ts';
import { type Browser, openBrowser } from '../../support/unit/browser.ts';
import { settled } from '../../support/unit/latch.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();

/** Someone is logged in, in two tabs of which each notes how its login ended; and who else listens. */
async function openTwoTabs(
  changes: (browser: Browser) => Partial<SessionDependencies> = () => ({}),
) {
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const joinChannel = makeInPageChannels();
  const ends: [string, LoginEnd][] = [];
  const open = (name: string, more: Partial<SessionDependencies> = {}) =>
    browser.openTab({
      channel: joinChannel(),
      onLoginGone: (end) => ends.push([name, end]),
      ...more,
    });
  const [tab, other] = [open('tab', changes(browser)), open('other')];
  await logIn(tab);
  await other.session.restore();
  await settled();
  return { browser, tab, other, ends, stranger: joinChannel() };
}

test('[row 68] a log-out asks for every removal before it returns control, since the page may close next', async () => {
  const asked: string[] = [];
  const { tab } = await openTwoTabs(({ tokens, pendingLogins }) => ({
    tokens: {
      ...tokens,
      async clearAll(loginId) {
        asked.push('tokens');
        await tokens.clearAll(loginId);
      },
    },
    pendingLogins: {
      ...pendingLogins,
      async clear() {
        asked.push('logins that wait');
        await pendingLogins.clear();
      },
    },
  }));
  const logOut = tab.session.logOut();
  expect(asked).toEqual(['tokens', 'logins that wait']);
  await logOut;
});

test('[row 68] a tab that hears of a log-out finishes it, should the tab that began it be gone', async () => {
  const clearAll = () => new Promise<never>(() => undefined);
  const { browser, tab, other, ends } = await openTwoTabs(({ tokens }) => ({
    tokens: { ...tokens, clearAll },
  }));
  void tab.session.logOut();
  await settled();
  expect(await browser.tokens.read()).toBeUndefined();
  expect(other.session.state()).toEqual({ kind: 'signed-out', reason: 'logged-out' });
  expect(ends).toEqual([['other', 'logged-out-elsewhere']]);
});

test('[row 68] a log-out that is made up, or of another login, ends nothing', async () => {
  const { browser, tab, other, ends, stranger } = await openTwoTabs();
  const stored = await browser.tokens.read();
  // After each: what one has ended, the next might begin again.
  for (const message of [{ loggedOut: 'made up' }, { loggedOut: '' }, 'ended'] as const) {
    stranger.post(message);
    await settled();
    for (const { session } of [tab, other]) expect(session.state().kind).toBe('signed-in');
    expect(await browser.tokens.read()).toEqual(stored);
    expect(ends).toEqual([]);
  }
});

test('[row 68] a log-out that comes late ends no login that was begun since', async () => {
  const { browser, tab, other, stranger } = await openTwoTabs();
  const old = (await browser.tokens.read())?.loginId ?? '';
  await tab.session.logOut();
  await logIn(tab);
  await settled();
  stranger.post({ loggedOut: old });
  await settled();
  for (const { session } of [tab, other]) expect(session.state().kind).toBe('signed-in');
});

test('[row 68] a page is told that its login is gone once nothing of it is stored, and not before', async () => {
  const { browser, tab, ends } = await openTwoTabs();
  await tab.session.logOut();
  await settled();
  expect(ends).toContainEqual(['tab', 'logged-out']);
  expect(ends).toContainEqual(['other', 'logged-out-elsewhere']);
  expect(await browser.tokens.read()).toBeUndefined();

  await logIn(tab);
  await browser.tokens.clearAll();
  await tab.session.restore();
  expect(ends).toContainEqual(['tab', 'missing']);
});

test('[row 68] a page whose login storage does not remove stays', async () => {
  const { browser } = await openTwoTabs();
  const ends: LoginEnd[] = [];
  const tab = browser.openTab({
    onLoginGone: (end) => ends.push(end),
    tokens: {
      ...browser.tokens,
      clearAll: () => Promise.reject(new LoginError('storage-blocked')),
    },
  });
  await tab.session.restore();
  await expect(tab.session.logOut()).rejects.toMatchObject({ kind: 'storage-blocked' });
  expect(ends).toEqual([]);
});
