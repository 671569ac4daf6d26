import { http } from 'msw';
import { expect, test } from 'vitest';
import { openBrowser } from '../../support/unit/browser.ts';
import { PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';
import { good } from '../../support/unit/token-answers.ts';

const network = useNetwork();
const HOUR = 3_600_000;
const TOKENS = ['line\nbreak', 'NUL\0', 'naïve', 'with space', 'x'.repeat(1_000_000)];

test.each(TOKENS)(
  '[t30] an access token that no header can carry (%j) does not renew a login, which is kept',
  async (token) => {
    const browser = openBrowser();
    simulateSpotify(network, browser);
    const tab = browser.openTab();
    await logIn(tab);
    browser.clock.advance(HOUR);
    network.use(http.post(TOKEN, good({ access_token: token }), { once: true }));
    await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({
      kind: 'token-response',
      code: 'token_not_carriable',
    });
    await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  },
);

test.each(TOKENS)(
  'a stored access token that no header can carry (%j) is renewed before a request',
  async (accessToken) => {
    const browser = openBrowser();
    const spotify = simulateSpotify(network, browser);
    const tab = browser.openTab();
    await logIn(tab);
    const stored = await browser.tokens.read();
    if (stored) await browser.tokens.write({ ...stored, accessToken });
    const next = browser.openTab();
    await next.session.restore();
    await expect(next.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
    expect(countOf(spotify, 'refresh')).toBe(1);
  },
);
