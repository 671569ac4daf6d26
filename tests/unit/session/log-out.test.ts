import { expect, test } from 'vitest';
import { LoginError } from '../../../src/oauth/errors.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { endOf, settled } from '../../support/unit/latch.ts';
import { makeGate, PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const PATIENCE = { timeout: 3_000 };
const LOGGED_OUT = { kind: 'signed-out', reason: 'logged-out' } as const;

/** Someone is logged in, in two tabs. */
async function openTwoTabs() {
  const browser = openBrowser();
  simulateSpotify(network, browser, { rotateRefreshTokens: true });
  const [tab, other] = [browser.openTab(), browser.openTab()];
  await logIn(tab);
  await other.session.restore();
  // What one tab has told the other of the login has come by then.
  await settled();
  return { browser, tab, other };
}

test('[row 68] a log-out removes the tokens and every login that waits, and every tab knows', async () => {
  const { browser, tab, other } = await openTwoTabs();
  const pending = await other.session.beginLogin({
    clientId: CLIENT.clientId,
    returnTo: '/playlists',
  });
  const own = await tab.session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });

  await tab.session.logOut();
  await settled();

  expect(await browser.tokens.read()).toBeUndefined();
  expect(tab.tabMark.get()).toBeNull();
  for (const request of [pending, own]) {
    const state = request.searchParams.get('state') ?? '';
    expect(await browser.pendingLogins.take(state)).toBeUndefined();
  }
  for (const { session } of [tab, other]) {
    expect(session.state()).toEqual(LOGGED_OUT);
    await expect(session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'logged-out' });
    await session.restore();
    expect(session.state()).toEqual(LOGGED_OUT);
  }
});

test('[row 68] whoever watches the other tab is told of the log-out', async () => {
  const { tab, other } = await openTwoTabs();
  const told: string[] = [];
  other.session.subscribe(() => told.push(other.session.state().kind));
  await tab.session.logOut();
  await settled();
  expect(told).toContain('signed-out');
});

test.each(['same', 'other'] as const)(
  '[row 68, s8] a log-out in the %s tab stops a refresh, which writes nothing back',
  async (where) => {
    const { browser, tab, other } = await openTwoTabs();
    browser.clock.advance(HOUR);
    const gate = makeGate('post', TOKEN);
    network.use(gate.handler);
    const request = tab.session.fetch(PROFILE);
    await gate.reached;

    const logOut = (where === 'same' ? tab : other).session.logOut();

    await expect.poll(endOf(request), PATIENCE).toBe(true);
    await expect(request).rejects.toMatchObject({ kind: 'logged-out' });
    await logOut;
    gate.open();
    await settled();
    expect(await browser.tokens.read()).toBeUndefined();
    expect(tab.session.state()).toEqual(LOGGED_OUT);
    expect(other.session.state()).toEqual(LOGGED_OUT);
  },
);

test.each(['same', 'other'] as const)(
  '[row 68, s6] tokens that arrive after a log-out in the %s tab are not stored',
  async (where) => {
    const { browser, tab, other } = await openTwoTabs();
    const request = await tab.session.beginLogin({
      clientId: CLIENT.clientId,
      returnTo: '/playlists',
    });
    const response = await authorizationResponse(request);
    const gate = makeGate('post', TOKEN);
    network.use(gate.handler);
    const login = tab.session.completeLogin(response);
    await gate.reached;

    const logOut = (where === 'same' ? tab : other).session.logOut();
    await expect.poll(endOf(login), PATIENCE).toBe(true);
    await expect(login).rejects.toMatchObject({ kind: 'logged-out' });
    gate.open();
    await logOut;
    await settled();
    expect(await browser.tokens.read()).toBeUndefined();
    expect(tab.session.state()).toEqual(LOGGED_OUT);
  },
);

test('[row 68] a log-out aborts the requests under way', async () => {
  const { tab } = await openTwoTabs();
  const gate = makeGate('get', PROFILE);
  network.use(gate.handler);
  const request = tab.session.fetch(PROFILE);
  await gate.reached;
  await tab.session.logOut();
  await expect.poll(endOf(request), PATIENCE).toBe(true);
  await expect(request).rejects.toMatchObject({ kind: 'logged-out' });
  gate.open();
});

test('[row 68] a log-out that storage refuses is told, and the tab forgets nevertheless', async () => {
  const { browser } = await openTwoTabs();
  const blocked = async () => {
    throw new LoginError('storage-blocked');
  };
  const tab = browser.openTab({ tokens: { ...browser.tokens, clearAll: blocked } });
  await tab.session.restore();
  await expect(tab.session.logOut()).rejects.toMatchObject({ kind: 'storage-blocked' });
  expect(tab.session.state()).toEqual(LOGGED_OUT);
});
