import { calculatePKCECodeChallenge } from 'oauth4webapi';
import { expect, test } from 'vitest';
import { SCOPE_NAMES, SPOTIFY_ACCOUNTS } from '../../../src/config.ts';
import {
  addScopes,
  readOnlyScopes,
  type WantedScopes,
} from '../../../src/services/login-scopes.ts';
import { SCOPES } from '../../../src/words/scopes.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';

// Nothing answers here: an authorization request is made without a single request of our own.
useNetwork();

/** Begins a login and gives its request beside what the browser keeps for the answer. */
async function beginLogin(returnTo = '/playlists') {
  const browser = openBrowser();
  const { session } = browser.openTab();
  const { origin, pathname, searchParams } = await session.beginLogin({
    clientId: CLIENT.clientId,
    returnTo,
  });
  const pending = await browser.pendingLogins.take(searchParams.get('state') ?? '');
  if (!pending) throw new Error('no login is pending');
  return { address: origin + pathname, parameters: searchParams, pending };
}

test('[row 1, 2] the challenge is the one that RFC 7636, appendix B, works out', async () => {
  const challenge = await calculatePKCECodeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
  expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('[row 1, 2] a login asks for a code, with the S256 challenge of the verifier it keeps', async () => {
  const { address, parameters, pending } = await beginLogin();
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(pending.codeVerifier),
  );

  expect(address).toBe(SPOTIFY_ACCOUNTS.authorizationEndpoint);
  expect(parameters.get('response_type')).toBe('code');
  expect(parameters.get('code_challenge_method')).toBe('S256');
  expect(parameters.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
});

test('[row 3, 4, 5] 10,000 logins have 10,000 verifiers and states of 32 octets in 43 characters', async () => {
  const browser = openBrowser();
  const { session } = browser.openTab();
  const verifiers = new Set<string>();
  const states = new Set<string>();
  for (let count = 0; count < 10_000; count++) {
    const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
    const state = request.searchParams.get('state') ?? '';
    states.add(state);
    verifiers.add((await browser.pendingLogins.take(state))?.codeVerifier ?? '');
  }

  expect(verifiers.size).toBe(10_000);
  expect(states.size).toBe(10_000);
  for (const value of [...verifiers, ...states]) {
    if (!/^[A-Za-z0-9_-]{43}$/.test(value)) expect.fail(`not 43 characters of base64url: ${value}`);
  }
}, 30_000);

test('[row 6] the return path is kept in the browser and is not part of the request', async () => {
  const { parameters, pending } = await beginLogin('/playlists?q=secret-search');
  expect(pending.returnTo).toBe('/playlists?q=secret-search');
  expect(Buffer.from(parameters.get('state') ?? '', 'base64url')).toHaveLength(32);
  expect(parameters.toString()).not.toContain('secret-search');
});

test('[row 7] the redirect URI is the registered one, to the letter', async () => {
  const { parameters, pending } = await beginLogin('/playlists?redirect_uri=https://evil.example/');
  expect(parameters.getAll('redirect_uri')).toEqual([CLIENT.redirectUri]);
  expect(pending.redirectUri).toBe(CLIENT.redirectUri);
});

test('[row 9] exactly three scopes are asked for, each with a reason for the person who agrees', async () => {
  const { parameters } = await beginLogin();
  expect(parameters.get('scope')).toBe(
    'playlist-read-private playlist-read-collaborative user-library-read',
  );
  expect(SCOPES.map((scope) => scope.name).join(' ')).toBe(parameters.get('scope'));
  for (const scope of SCOPES) expect(scope.reason).toMatch(/^To .+\.$/);
});

test('[row 9] a login for more scopes asks for those it has too, on Spotify’s page, and the way back is to the three that read', async () => {
  const { session } = openBrowser().openTab();
  const asked = async (wanted: WantedScopes) => {
    const { clientId } = CLIENT;
    const { searchParams } = await session.beginLogin({ clientId, returnTo: '/', ...wanted });
    return [searchParams.get('scope')?.split(' ').sort(), searchParams.get('show_dialog')];
  };
  const base = SCOPES.map(({ name }) => name);
  const granted = ['user-library-read', 'user-library-modify'];
  const needed = ['playlist-modify-private', 'user-library-modify'];
  expect(await asked(addScopes(granted, needed))).toEqual([
    [...base, 'user-library-modify', 'playlist-modify-private'].sort(),
    'true',
  ]);
  expect(await asked(readOnlyScopes())).toEqual([base.sort(), 'true']);
});

test('[row 1, 6, 12] the request holds seven parameters, each once, and nothing else', async () => {
  const { parameters } = await beginLogin();
  expect([...parameters.keys()].sort()).toEqual([
    'client_id',
    'code_challenge',
    'code_challenge_method',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
  ]);
  expect(parameters.get('client_id')).toBe(CLIENT.clientId);
});

test('a login as another account asks Spotify to ask for it, and no other login does', async () => {
  const { session } = openBrowser().openTab();
  const shows = async (asked: { readonly showDialog?: boolean }) => {
    const request = await session.beginLogin({
      clientId: CLIENT.clientId,
      returnTo: '/playlists',
      ...asked,
    });
    return request.searchParams.getAll('show_dialog');
  };
  expect(await shows({ showDialog: true })).toEqual(['true']);
  expect(await shows({ showDialog: false })).toEqual([]);
  expect(await shows({})).toEqual([]);
});

test('a login that needs more than the base scopes asks for exactly what it is told, and remembers it', async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  const scopes = [...SCOPE_NAMES, 'playlist-modify-private'];
  const request = await tab.session.beginLogin({
    clientId: CLIENT.clientId,
    returnTo: '/playlists',
    scopes,
  });
  expect(request.searchParams.get('scope')).toBe(scopes.join(' '));
  const pending = await browser.pendingLogins.take(request.searchParams.get('state') ?? '');
  expect(pending?.scopes).toEqual(scopes);
});

test.each([
  ['authorization', { authorizationEndpoint: 'http://accounts.spotify.com/authorize' }],
  ['token', { tokenEndpoint: 'http://accounts.spotify.com/api/token' }],
])('[row 35] a server whose %s endpoint has no TLS is not asked at all', async (_, endpoint) => {
  const { session, tabMark } = openBrowser().openTab({
    server: { ...SPOTIFY_ACCOUNTS, ...endpoint },
  });
  const login = session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
  await expect(login).rejects.toMatchObject({ kind: 'client-configuration' });
  expect(tabMark.get()).toBeNull();
});

test('[row 30] a framed page begins no login', async () => {
  const { session, tabMark } = openBrowser().openTab({ isFramed: true });
  await expect(
    session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' }),
  ).rejects.toMatchObject({ kind: 'protocol' });
  expect(tabMark.get()).toBeNull();
});
