import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { makeInPageLocks } from '../../../src/session/in-page-tabs.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { endOf, makeLatch, settled } from '../../support/unit/latch.ts';
import { makeGate, PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const PATIENCE = { timeout: 3_000 };

/** Someone is logged in with a token that has ended, while another tab hangs with the lock. */
async function openBesideHungTab({ rotateRefreshTokens = true } = {}) {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser, { rotateRefreshTokens });
  const locks = makeInPageLocks();
  const tab = browser.openTab({ locks });
  await logIn(tab);
  const hanging = makeLatch();
  const { signal } = new AbortController();
  const hung = locks.request('session', { signal }, () => hanging.opened);
  browser.clock.advance(HOUR);
  const wakeUp = async () => {
    hanging.open();
    await hung;
  };
  /** Asks for the profile, up to where the refresh waits for the lock. */
  const ask = async () => {
    const request = tab.session.fetch(PROFILE);
    await expect.poll(() => browser.clock.sleeping(), PATIENCE).toBe(1);
    return { request, hasEnded: endOf(request) };
  };
  return { browser, spotify, tab, wakeUp, ask };
}

test('[row 63, s14] a new login is stored though a tab hangs with the lock', async () => {
  const { browser, tab } = await openBesideHungTab();
  const before = await browser.tokens.read();
  const login = logIn(tab);
  await expect.poll(endOf(login), PATIENCE).toBe(true);
  await expect(login).resolves.toBe('/playlists');
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: true, isHeldUp: false });
  expect((await browser.tokens.read())?.loginId).not.toBe(before?.loginId);
});

test('[row 63, s14] a refresh waits 20 s for a tab that hangs with the lock, then goes on and says so', async () => {
  const { browser, spotify, tab, wakeUp, ask } = await openBesideHungTab();
  const { request, hasEnded } = await ask();
  browser.clock.advance(19_999);
  await settled();
  expect(hasEnded()).toBe(false);
  browser.clock.advance(1);
  await expect.poll(hasEnded, PATIENCE).toBe(true);
  await expect(request).resolves.toMatchObject({ status: 200 });
  expect(tab.session.state()).toMatchObject({ kind: 'signed-in', stored: true, isHeldUp: true });
  expect(countOf(spotify, 'refresh')).toBe(1);
  expect(browser.clock.sleeping()).toBe(0);

  await wakeUp();
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect(tab.session.state()).toMatchObject({ isHeldUp: false });
});

test('[row 63] of two tabs that refresh without the lock, the slower one keeps what the faster one stored', async () => {
  const { browser, ask } = await openBesideHungTab({ rotateRefreshTokens: false });
  const gate = makeGate('post', TOKEN);
  network.use(gate.handler);
  const { request: slow } = await ask();
  browser.clock.advance(20_000);
  await gate.reached;
  const faster = browser.openTab();
  await faster.session.fetch(PROFILE);
  const stored = await browser.tokens.read();
  gate.open();
  await expect(slow).resolves.toMatchObject({ status: 200 });
  expect(await browser.tokens.read()).toEqual(stored);
});

test('[row 63] a refusal without the lock ends no login that another tab has renewed', async () => {
  const { browser, tab, ask } = await openBesideHungTab();
  const reached = makeLatch();
  const held = makeLatch();
  network.use(
    http.post(
      TOKEN,
      async () => {
        reached.open();
        await held.opened;
        return HttpResponse.json({ error: 'invalid_grant' }, { status: 400 });
      },
      { once: true },
    ),
  );
  const { request: refused } = await ask();
  browser.clock.advance(20_000);
  await reached.opened;
  await browser.openTab().session.fetch(PROFILE);
  held.open();
  await expect(refused).resolves.toMatchObject({ status: 200 });
  expect(tab.session.state().kind).toBe('signed-in');
});

test('[row 68, s14] a log-out stops a refresh that waits for a tab that hangs', async () => {
  const { browser, spotify, tab, ask } = await openBesideHungTab();
  const { request, hasEnded } = await ask();
  const logOut = tab.session.logOut();
  await expect.poll(hasEnded, PATIENCE).toBe(true);
  await expect(request).rejects.toMatchObject({ kind: 'logged-out' });
  browser.clock.advance(1_000);
  await logOut;
  expect(countOf(spotify, 'refresh')).toBe(0);
  expect(await browser.tokens.read()).toBeUndefined();
});
