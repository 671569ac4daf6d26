import { expect, test } from 'vitest';
import { openBrowser } from '../../support/unit/browser.ts';
import { makeGate, PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Someone has just logged in; a real server's clock does not jump with the browser's. */
async function meetSpotify() {
  const browser = openBrowser();
  const { now, sleep } = browser.clock;
  const loggedInAt = now();
  const spotify = simulateSpotify(network, browser, { clock: { now: () => loggedInAt, sleep } });
  const tab = browser.openTab();
  await logIn(tab);
  return { browser, spotify, tab };
}

test.each([
  ['right after the login', 0, 0],
  ['61 s before the token ends', HOUR - 61_000, 0],
  ['60 s before the token ends', HOUR - 60_000, 1],
  ['two hours later', 2 * HOUR, 1],
  ['a millisecond before the login, by a clock set back', -1, 1],
  ['two hours before the login, by a clock set back', -2 * HOUR, 1],
])('[row 42, s12] %s (%i ms) three requests need %i refreshes', async (_, shift, refreshes) => {
  const { browser, spotify, tab } = await meetSpotify();
  browser.clock.adjust(shift);
  for (let request = 0; request < 3; request++) {
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  }
  expect(countOf(spotify, 'refresh')).toBe(refreshes);
});

test('[row 42, s12] a clock that jumps to and fro costs one refresh a jump and never a login', async () => {
  const { browser, spotify, tab } = await meetSpotify();
  for (const [jump, shift] of [2 * HOUR, -4 * HOUR, 200 * 24 * HOUR, -200 * 24 * HOUR].entries()) {
    browser.clock.adjust(shift);
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    expect(countOf(spotify, 'refresh')).toBe(jump + 1);
  }
  expect(tab.session.state().kind).toBe('signed-in');
});

test('[row 42] the lifetime of a renewed token, too, is counted from before the request', async () => {
  const { browser, tab } = await meetSpotify();
  browser.clock.advance(HOUR);
  const sentAt = browser.clock.now();
  const gate = makeGate('post', TOKEN);
  network.use(gate.handler);
  const request = tab.session.fetch(PROFILE);
  await gate.reached;
  browser.clock.advance(9000);
  gate.open();
  await request;
  expect(await browser.tokens.read()).toMatchObject({
    issuedAt: sentAt,
    expiresAt: sentAt + HOUR - MINUTE,
  });
});
