import { expect, test } from 'vitest';
import { SPOTIFY_ACCOUNTS } from '../../../src/config.ts';
import { makeMemoryTabMark } from '../../../src/storage/memory.ts';
import { type Browser, CLIENT, openBrowser, type Tab } from '../../support/unit/browser.ts';
import { makeGate, TOKEN, useNetwork } from '../../support/unit/network.ts';
import {
  authorizationResponse,
  countOf,
  logIn,
  simulateSpotify,
} from '../../support/unit/spotify.ts';

const network = useNetwork();

function begin({ session }: Tab): Promise<URL> {
  return session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
}

function meetSpotify() {
  const browser: Browser = openBrowser();
  return { browser, spotify: simulateSpotify(network, browser) };
}

test('[row 21] forged answers harm neither a login that waits in this very tab nor a session', async () => {
  const { browser, spotify } = meetSpotify();
  const tab = browser.openTab();
  await logIn(tab);
  const before = await browser.tokens.read();
  const request = await begin(tab);

  const denials = ['error=access_denied', 'error=access_denied&state=x'];
  for (const forged of [...denials, 'code=c&state=forged', '']) {
    const login = tab.session.completeLogin(new URLSearchParams(forged));
    await expect(login).rejects.toMatchObject({ kind: 'protocol' });
  }

  expect(tab.session.state().kind).toBe('signed-in');
  expect(await browser.tokens.read()).toEqual(before);
  expect(countOf(spotify, 'token')).toBe(1);
  const login = tab.session.completeLogin(await authorizationResponse(request));
  await expect(login).resolves.toBe('/playlists');
  expect((await browser.tokens.read())?.loginId).not.toBe(before?.loginId);
});

test('[row 18, s2] the answer to one tab is refused in another, and still works in its own', async () => {
  const { browser, spotify } = meetSpotify();
  const [tab, other] = [browser.openTab(), browser.openTab()];
  const response = await authorizationResponse(await begin(tab));

  await expect(other.session.completeLogin(response)).rejects.toMatchObject({ kind: 'protocol' });
  expect(countOf(spotify, 'token')).toBe(0);

  await expect(tab.session.completeLogin(response)).resolves.toBe('/playlists');
  expect(tab.session.state().kind).toBe('signed-in');
});

test('[row 18, s2] an answer is refused once the site data are cleared', async () => {
  const { browser, spotify } = meetSpotify();
  const tab = browser.openTab();
  const response = await authorizationResponse(await begin(tab));
  await browser.pendingLogins.sweep(() => true);
  await expect(tab.session.completeLogin(response)).rejects.toMatchObject({ kind: 'protocol' });
  expect(countOf(spotify, 'token')).toBe(0);
});

test('[row 17, c18] of a tab and its duplicate, one logs in with the same answer and one is refused', async () => {
  const { browser, spotify } = meetSpotify();
  const tab = browser.openTab();
  const response = await authorizationResponse(await begin(tab));
  const tabMark = makeMemoryTabMark();
  tabMark.set(response.get('state') ?? '');
  const duplicate = browser.openTab({ tabMark });

  const ends = await Promise.allSettled(
    [tab, duplicate].map(({ session }) => session.completeLogin(response)),
  );
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(countOf(spotify, 'token')).toBe(1);
});

test('[row 23, c4] an answer with a doubled state leaves the login to its real answer', async () => {
  const { browser } = meetSpotify();
  const tab = browser.openTab();
  const response = await authorizationResponse(await begin(tab));
  const doubled = new URLSearchParams([...response, ['state', 'x']]);
  await expect(tab.session.completeLogin(doubled)).rejects.toMatchObject({ kind: 'protocol' });
  await expect(tab.session.completeLogin(response)).resolves.toBe('/playlists');
  expect(tab.session.state().kind).toBe('signed-in');
});

test('[row 32, c18] an answer that comes again is refused, and the session stays', async () => {
  const { browser, spotify } = meetSpotify();
  const tab = browser.openTab();
  const response = await authorizationResponse(await begin(tab));
  await tab.session.completeLogin(response);
  expect(tab.tabMark.get()).toBeNull();
  await expect(tab.session.completeLogin(response)).rejects.toMatchObject({ kind: 'protocol' });
  expect(tab.session.state().kind).toBe('signed-in');
  expect(countOf(spotify, 'token')).toBe(1);
});

test('[row 32, s5] a callback reloaded while its code is exchanged sends no second token request', async () => {
  const { browser, spotify } = meetSpotify();
  const tab = browser.openTab();
  const response = await authorizationResponse(await begin(tab));
  const gate = makeGate('post', TOKEN);
  network.use(gate.handler);
  const first = tab.session.completeLogin(response);
  await gate.reached;

  const reloaded = browser.openTab({ tabMark: tab.tabMark });
  await expect(reloaded.session.completeLogin(response)).rejects.toMatchObject({
    kind: 'protocol',
  });

  gate.open();
  await first;
  expect(countOf(spotify, 'token')).toBe(1);
});

test('[s3] two logins in two tabs end well in the other order', async () => {
  const { browser } = meetSpotify();
  const [one, two] = [browser.openTab(), browser.openTab()];
  const [first, second] = [await begin(one), await begin(two)];
  for (const [tab, request] of [
    [two, second],
    [one, first],
  ] as const) {
    const login = tab.session.completeLogin(await authorizationResponse(request));
    await expect(login).resolves.toBe('/playlists');
  }
  expect(one.session.state().kind).toBe('signed-in');
  expect(two.session.state().kind).toBe('signed-in');
});

test('[row 4, s4] of two logins begun in one tab the first is refused and the second works', async () => {
  const { browser, spotify } = meetSpotify();
  const tab = browser.openTab();
  const [first, second] = [await begin(tab), await begin(tab)];
  const late = tab.session.completeLogin(await authorizationResponse(first));
  await expect(late).rejects.toMatchObject({ kind: 'protocol' });
  expect(countOf(spotify, 'token')).toBe(0);
  const login = tab.session.completeLogin(await authorizationResponse(second));
  await expect(login).resolves.toBe('/playlists');
  expect(tab.session.state().kind).toBe('signed-in');
});

test.each([
  ['issuer', { server: { ...SPOTIFY_ACCOUNTS, issuer: 'https://demo.example' } }],
  [
    'authorization endpoint',
    { server: { ...SPOTIFY_ACCOUNTS, authorizationEndpoint: 'https://demo.example/a' } },
  ],
  ['token endpoint', { server: { ...SPOTIFY_ACCOUNTS, tokenEndpoint: 'https://demo.example/t' } }],
  ['redirect URI', { redirectUri: 'https://demo.example/callback' }],
])('[row 25] an answer is refused where the app meanwhile knows another %s', async (_, changes) => {
  const { browser, spotify } = meetSpotify();
  const tab = browser.openTab();
  const response = await authorizationResponse(await begin(tab));
  const changed = browser.openTab({ ...changes, tabMark: tab.tabMark });
  await expect(changed.session.completeLogin(response)).rejects.toMatchObject({ kind: 'protocol' });
  expect(countOf(spotify, 'token')).toBe(0);
});

test('[row 30, s20] a framed page completes no login and leaves it to its tab', async () => {
  const { browser } = meetSpotify();
  const tab = browser.openTab();
  const response = await authorizationResponse(await begin(tab));
  const framed = browser.openTab({ isFramed: true, tabMark: tab.tabMark });
  await expect(framed.session.completeLogin(response)).rejects.toMatchObject({ kind: 'protocol' });
  await expect(tab.session.completeLogin(response)).resolves.toBe('/playlists');
  expect(tab.session.state().kind).toBe('signed-in');
});
