import { expect, test } from 'vitest';
import { safeReturnPath } from '../../../src/session/return-path.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();

test.each([
  '/playlists',
  '/playlists?q=rock%20%26%20roll&sort=name',
  '/playlist/37i9dQZF1DX',
  '/login-flow',
])('[row 29] a login that began on %s leads back there', (path) => {
  expect(safeReturnPath(path)).toBe(path);
});

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example/playlists',
  'javascript:alert(1)',
  'data:text/html,x',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' /playlists',
  '/playlists ',
  '/playlists//evil.example',
  '/..//evil.example',
  '/./playlists',
  '/@evil.example',
  '/playlists#x',
  '/playlists?next=\\evil',
  '',
  '/',
  '?q=x',
  'playlists',
  '/login',
  '/callback?code=x',
  '/demo/authorize',
  '/Login',
  '/CALLBACK?code=x',
])('[row 29] no login leads to %j, but to the playlists', (path) => {
  expect(safeReturnPath(path)).toBe('/playlists');
});

test('[row 29] a path that was changed in storage is checked again when the login ends', async () => {
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const { session } = browser.openTab();
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
  const pending = await browser.pendingLogins.take(request.searchParams.get('state') ?? '');
  if (!pending) throw new Error('no login is pending');
  await browser.pendingLogins.put({ ...pending, returnTo: '//evil.example' });

  expect(await session.completeLogin(await authorizationResponse(request))).toBe('/playlists');
});

test('[row 29] a login that is told to lead elsewhere does not even store that', async () => {
  const browser = openBrowser();
  const { session } = browser.openTab();
  const request = await session.beginLogin({
    clientId: CLIENT.clientId,
    returnTo: '//evil.example',
  });
  const pending = await browser.pendingLogins.take(request.searchParams.get('state') ?? '');
  expect(pending?.returnTo).toBe('/playlists');
});
