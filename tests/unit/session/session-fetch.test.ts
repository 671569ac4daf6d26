import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { NetworkError } from '../../../src/oauth/network-error.ts';
import { ForeignOriginError } from '../../../src/session/errors.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { makeGate, PROFILE, useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();
const HOUR = 3_600_000;

async function logInToSpotify() {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser);
  const tab = browser.openTab();
  await logIn(tab);
  return { browser, spotify, tab, session: tab.session };
}

test('[s9] twenty requests at once with an expired token make one refresh and all succeed', async () => {
  const { browser, spotify, session } = await logInToSpotify();
  browser.clock.advance(HOUR);
  const answers = Promise.all(Array.from({ length: 20 }, () => session.fetch(PROFILE)));
  await expect(answers).resolves.toMatchObject(new Array(20).fill({ status: 200 }));
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test('[row 66] a token that the API refuses although it is fresh is renewed once, and nobody notices', async () => {
  const { spotify, session } = await logInToSpotify();
  spotify.faults.arm('unauthorized', { on: 'profile' });
  await expect(session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
  expect(countOf(spotify, 'refresh')).toBe(1);
  expect(countOf(spotify, 'profile')).toBe(2);
});

test('[row 66, s9] twenty requests whose token the API refuses share one refresh', async () => {
  const { spotify, session } = await logInToSpotify();
  spotify.faults.arm('unauthorized', { on: 'profile', times: 20 });
  const answers = Promise.all(Array.from({ length: 20 }, () => session.fetch(PROFILE)));
  await expect(answers).resolves.toMatchObject(new Array(20).fill({ status: 200 }));
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test('[row 66, s10] after two refusals the person is asked to log in, and no third request is sent', async () => {
  const { spotify, session } = await logInToSpotify();
  spotify.faults.arm('unauthorized', { on: 'profile', times: Number.POSITIVE_INFINITY });
  const request = session.fetch(PROFILE);
  await expect(request).rejects.toMatchObject({ kind: 'login-rejected' });
  expect(countOf(spotify, 'profile')).toBe(2);
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test('[row 66] a late refusal of a token that has been renewed since costs no second refresh', async () => {
  const { browser, spotify, session } = await logInToSpotify();
  const gate = makeGate('get', PROFILE);
  network.use(gate.handler);
  const slow = session.fetch(PROFILE);
  await gate.reached;
  browser.clock.advance(HOUR);
  await session.refreshNow();
  // The simulated API refuses the old token by itself.
  gate.open();
  expect((await slow).status).toBe(200);
  expect(countOf(spotify, 'refresh')).toBe(1);
});

test.each([
  'forbidden',
  'insufficient-scope',
  'rate-limited',
  'not-found',
  'server-error-502',
] as const)('[row 66] %s is no reason for a refresh, nor for a second request', async (fault) => {
  const { spotify, session } = await logInToSpotify();
  spotify.faults.arm(fault, { on: 'profile' });
  expect((await session.fetch(PROFILE)).status).not.toBe(200);
  expect(countOf(spotify, 'refresh')).toBe(0);
  expect(countOf(spotify, 'profile')).toBe(1);
});

test('[row 66] two people-made refreshes at once are one, and a later one is another', async () => {
  const { browser, spotify, session } = await logInToSpotify();
  const before = await browser.tokens.read();
  await Promise.all([session.refreshNow(), session.refreshNow()]);
  expect(countOf(spotify, 'refresh')).toBe(1);
  expect((await browser.tokens.read())?.accessToken).not.toBe(before?.accessToken);
  await session.refreshNow();
  expect(countOf(spotify, 'refresh')).toBe(2);
});

test.each([
  'https://evil.example/v1/me',
  'https://api.spotify.com.evil.example/v1/me',
  'https://api.spotify.com@evil.example/v1/me',
  'https://evil.example/https://api.spotify.com/v1/me',
  'http://api.spotify.com/v1/me',
  'https://api.spotify.com:8443/v1/me',
  'https://accounts.spotify.com/api/token',
  'data:application/json,{}',
])('[row 44, s23] no token and no request goes to %s', async (url) => {
  const { spotify, session } = await logInToSpotify();
  const requests = spotify.requests.length;
  await expect(session.fetch(url)).rejects.toThrow(ForeignOriginError);
  // A request to anybody but the simulated Spotify would fail as unhandled.
  expect(spotify.requests).toHaveLength(requests);
});

test('[row 44] a redirect of the API to another host is not followed with the token', async () => {
  const { session } = await logInToSpotify();
  const stolen: string[] = [];
  network.use(
    http.get(`${SPOTIFY_API}/v1/moved`, () => HttpResponse.redirect('https://evil.example/', 302)),
    http.all('https://evil.example/', ({ request }) => {
      stolen.push(request.url);
      return HttpResponse.json({});
    }),
  );
  await expect(session.fetch(`${SPOTIFY_API}/v1/moved`)).rejects.toThrow(NetworkError);
  expect(stolen).toEqual([]);
});

test('[row 43] tokens travel in the Authorization header of the API alone, and verifier and code in one form', async () => {
  const sent: { url: string; authorization: string | null }[] = [];
  network.events.on('request:start', ({ request }) => {
    sent.push({ url: request.url, authorization: request.headers.get('authorization') });
  });
  const { browser, session } = await logInToSpotify();
  await session.fetch(PROFILE);
  await session.refreshNow();
  await session.fetch(PROFILE);

  const tokens = await browser.tokens.read();
  expect(sent).toHaveLength(5);
  for (const { url, authorization } of sent) {
    expect(authorization === null).toBe(!url.startsWith(SPOTIFY_API));
    expect(url).not.toContain(tokens?.accessToken);
    expect(url).not.toContain(tokens?.refreshToken);
    expect(url).not.toContain('code_verifier');
  }
});

test('a request that its caller gives up is aborted, and the refresh that others wait for is not', async () => {
  const { browser, spotify, session } = await logInToSpotify();
  browser.clock.advance(HOUR);
  const leaving = new AbortController();
  const left = session.fetch(PROFILE, { signal: leaving.signal });
  const stays = session.fetch(PROFILE);
  leaving.abort(new Error('left the page'));
  await expect(left).rejects.toThrow('left the page');
  expect((await stays).status).toBe(200);
  expect(countOf(spotify, 'profile')).toBe(1);
});

test('[s2] without a login nothing is sent', async () => {
  const { session } = openBrowser().openTab();
  await expect(session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'logged-out' });
  await expect(session.refreshNow()).rejects.toMatchObject({ kind: 'logged-out' });
});
