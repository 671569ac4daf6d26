import { describe, expect, test } from 'vitest';
import { openBrowser, type Tab } from '../../support/unit/browser.ts';
import { endOf, settled } from '../../support/unit/latch.ts';
import { makeGate, PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const PATIENCE = { timeout: 3_000 };

describe.each([false, true])('with rotation of refresh tokens %s', (rotateRefreshTokens) => {
  /** Someone is logged in, in several tabs; their access token has run out. */
  async function openTabs(count: number) {
    const browser = openBrowser();
    const spotify = simulateSpotify(network, browser, { rotateRefreshTokens });
    await logIn(browser.openTab());
    const tabs: Tab[] = Array.from({ length: count }, () => browser.openTab());
    await Promise.all(tabs.map((tab) => tab.session.restore()));
    browser.clock.advance(HOUR);
    return { browser, spotify, tabs };
  }

  test('[row 61] eight tabs that need a token at once make one refresh', async () => {
    const { spotify, tabs } = await openTabs(8);
    const answers = Promise.all(tabs.map((tab) => tab.session.fetch(PROFILE)));
    await expect(answers).resolves.toMatchObject(new Array(8).fill({ status: 200 }));
    expect(countOf(spotify, 'refresh')).toBe(1);
  });

  test('[row 61] eight new tabs that have not read storage yet make one refresh', async () => {
    const { browser, spotify } = await openTabs(0);
    const tabs = Array.from({ length: 8 }, () => browser.openTab());
    const answers = Promise.all(tabs.map((tab) => tab.session.fetch(PROFILE)));
    await expect(answers).resolves.toMatchObject(new Array(8).fill({ status: 200 }));
    expect(countOf(spotify, 'refresh')).toBe(1);
  });

  test('[row 61, s11] a tab that slept over three refreshes reads storage and asks for none', async () => {
    const { browser, spotify, tabs } = await openTabs(1);
    // A tab that sleeps hears no messages.
    const sleeper = browser.openTab({ channel: { post: () => {}, listen: () => {} } });
    await sleeper.session.restore();
    for (const tab of [...tabs, ...tabs, ...tabs]) {
      await tab.session.fetch(PROFILE);
      browser.clock.advance(HOUR);
    }
    await tabs[0]?.session.fetch(PROFILE);
    const refreshes = countOf(spotify, 'refresh');

    await expect(sleeper.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    expect(countOf(spotify, 'refresh')).toBe(refreshes);
  });

  test('[row 39, s16] of two tabs that learn at once of the end of the login, both say what it was', async () => {
    const { spotify, tabs } = await openTabs(2);
    spotify.faults.arm('invalid-grant', { on: 'refresh' });
    await Promise.allSettled(tabs.map((tab) => tab.session.fetch(PROFILE)));
    await settled();
    expect(tabs.map((tab) => tab.session.state())).toEqual([{ kind: 'ended' }, { kind: 'ended' }]);
    expect(countOf(spotify, 'refresh')).toBe(1);
  });

  test('[row 62] renewed tokens are stored before anybody uses them', async () => {
    const { browser, spotify } = await openTabs(0);
    const events: string[] = [];
    const tab = browser.openTab({
      tokens: {
        ...browser.tokens,
        async replace(record, isReplaceable) {
          await settled();
          const kept = await browser.tokens.replace(record, isReplaceable);
          events.push('stored');
          return kept;
        },
      },
      fetch(url, init) {
        events.push(url);
        return fetch(url, init);
      },
    });
    await tab.session.fetch(PROFILE);
    expect(events).toEqual([TOKEN, 'stored', PROFILE]);
    expect(countOf(spotify, 'refresh')).toBe(1);
  });

  test('[row 61, 66] of two tabs whose token the API refused at once, one refreshes', async () => {
    const { browser, spotify, tabs } = await openTabs(2);
    browser.clock.adjust(-HOUR);
    spotify.faults.arm('unauthorized', { on: 'profile', times: 2 });
    const answers = await Promise.all(tabs.map((tab) => tab.session.fetch(PROFILE)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(countOf(spotify, 'refresh')).toBe(1);
  });

  test('[row 63] a token request that hangs is given up after 15 s, and its lock is free again', async () => {
    const { browser, tabs } = await openTabs(2);
    const gate = makeGate('post', TOKEN);
    network.use(gate.handler);
    const [one, two] = tabs;
    const hanging = Promise.resolve(one?.session.fetch(PROFILE));
    await gate.reached;
    const hasEnded = endOf(hanging);
    browser.clock.advance(14_999);
    await settled();
    expect(hasEnded()).toBe(false);
    browser.clock.advance(1);
    await expect.poll(hasEnded, PATIENCE).toBe(true);

    await expect(hanging).rejects.toMatchObject({ kind: 'login-unavailable' });
    expect(one?.session.state().kind).toBe('signed-in');
    expect((await two?.session.fetch(PROFILE))?.status).toBe(200);
    gate.open();
  });
});
