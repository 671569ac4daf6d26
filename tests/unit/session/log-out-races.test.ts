import { expect, test } from 'vitest';
import type { SessionDependencies } from '../../../src/session/dependencies.ts';
import { makeInPageLocks } from '../../../src/session/in-page-tabs.ts';
import { CLIENT, openBrowser, type Tab } from '../../support/unit/browser.ts';
import { makeLatch, settled } from '../../support/unit/latch.ts';
import { PROFILE, useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const LOGGED_OUT = { kind: 'signed-out', reason: 'logged-out' } as const;

/** Someone is logged in, in two tabs. */
async function openTwoTabs(changes: Partial<SessionDependencies> = {}) {
  const browser = openBrowser();
  simulateSpotify(network, browser, { rotateRefreshTokens: true });
  const [tab, other] = [browser.openTab(changes), browser.openTab(changes)];
  await logIn(tab);
  await other.session.restore();
  return { browser, tab, other };
}

/** Notes what a tab shows from now on. */
function watch({ session }: Tab): string[] {
  const kinds: string[] = [];
  session.subscribe(() => kinds.push(session.state().kind));
  return kinds;
}

test('[row 68, s8] a log-out wins over a refresh whose answer is just being stored', async () => {
  const { browser, tab } = await openTwoTabs();
  const reached = makeLatch();
  const slow = makeLatch();
  const refreshing = browser.openTab({
    tokens: {
      ...browser.tokens,
      async replace(record, isReplaceable) {
        reached.open();
        await slow.opened;
        return browser.tokens.replace(record, isReplaceable);
      },
    },
  });
  browser.clock.advance(HOUR);
  const request = refreshing.session.fetch(PROFILE);
  await reached.opened;
  const logOut = tab.session.logOut();
  await settled();
  const shown = watch(refreshing);
  slow.open();
  await expect(request).rejects.toMatchObject({ kind: 'logged-out' });
  await logOut;
  await settled();
  expect(await browser.tokens.read()).toBeUndefined();
  expect(shown).not.toContain('signed-in');
  expect(refreshing.session.state()).toEqual(LOGGED_OUT);
});

test('[row 68, s14] a tab that hangs with the lock does not delay a log-out, nor undo it', async () => {
  const locks = makeInPageLocks();
  const { browser, tab, other } = await openTwoTabs({ locks });
  const stored = await browser.tokens.read();
  const hung = makeLatch();
  const late = locks.request('session', { signal: new AbortController().signal }, async () => {
    await hung.opened;
    return stored && browser.tokens.replace(stored, () => true);
  });
  const logOut = tab.session.logOut();
  expect(tab.session.state()).toEqual(LOGGED_OUT);
  expect(await browser.tokens.read()).toBeUndefined();
  await settled();
  // It looks for the lock once more, and gives up soon.
  browser.clock.advance(1_000);
  await expect(logOut).resolves.toBeUndefined();

  hung.open();
  expect(await late).toBe(false);
  expect(await browser.tokens.read()).toBeUndefined();
  expect(other.session.state()).toEqual(LOGGED_OUT);
});

test('[row 68] reading storage while a log-out is under way brings no login back', async () => {
  const reached = makeLatch();
  const slow = makeLatch();
  const { browser, tab } = await openTwoTabs();
  const reading = browser.openTab({
    tokens: {
      ...browser.tokens,
      async read() {
        const record = await browser.tokens.read();
        reached.open();
        await slow.opened;
        return record;
      },
    },
  });
  const restore = reading.session.restore();
  await reached.opened;
  await tab.session.logOut();
  await settled();
  const shown = watch(reading);
  slow.open();
  await restore;
  await settled();
  expect(shown).not.toContain('signed-in');
  expect(reading.session.state()).toEqual(LOGGED_OUT);
});

test('[row 69] a tab that wakes before a log-out is through forgets the login in the end', async () => {
  const locks = makeInPageLocks();
  const { tab, other } = await openTwoTabs({ locks });
  const busy = makeLatch();
  const held = locks.request(
    'session',
    { signal: new AbortController().signal },
    () => busy.opened,
  );
  const logOut = tab.session.logOut();
  await settled();
  await Promise.all([other.session.restore(), Promise.race([tab.session.restore(), settled()])]);
  busy.open();
  await Promise.all([held, logOut, settled()]);
  expect(tab.session.state().kind).toBe('signed-out');
  expect(other.session.state().kind).toBe('signed-out');
});

test.each(['same', 'other'] as const)(
  '[row 68, s6] a log-out in the %s tab wins over a login whose tokens are just being stored',
  async (where) => {
    const { browser, other } = await openTwoTabs();
    const reached = makeLatch();
    const slow = makeLatch();
    const tab = browser.openTab({
      tokens: {
        ...browser.tokens,
        async write(record) {
          reached.open();
          await slow.opened;
          await browser.tokens.write(record);
        },
      },
    });
    const request = await tab.session.beginLogin({
      clientId: CLIENT.clientId,
      returnTo: '/playlists',
    });
    const login = tab.session.completeLogin(await authorizationResponse(request));
    await reached.opened;
    const logOut = (where === 'same' ? tab : other).session.logOut();
    await settled();
    slow.open();

    await expect(login).rejects.toMatchObject({ kind: 'logged-out' });
    await logOut;
    expect(await browser.tokens.read()).toBeUndefined();
    expect(tab.session.state()).toEqual(LOGGED_OUT);
  },
);
