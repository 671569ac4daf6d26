import { expect, test } from 'vitest';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, simulateSpotify } from '../../support/unit/spotify.ts';
import { authorizationRequest, type Fields } from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const { redirectUri: REDIRECT_URI } = CLIENT;

test('an approval goes back with a code and the state as it was sent', async () => {
  simulateSpotify(network, openBrowser());
  const response = await fetch(authorizationRequest(), { redirect: 'manual' });
  expect(response.status).toBe(302);
  const location = response.headers.get('Location') ?? '';
  expect(location.startsWith(`${REDIRECT_URI}?`)).toBe(true);
  const answer = new URL(location).searchParams;
  expect(answer.get('code')?.length).toBeGreaterThan(100);
  expect(answer.get('state')).toBe('a state & more');
  expect(answer.has('iss')).toBe(false);
});

test('a refusal goes back as access_denied with the state', async () => {
  const spotify = simulateSpotify(network, openBrowser());
  spotify.consent = 'decline';
  const answer = await authorizationResponse(authorizationRequest());
  expect([...answer]).toEqual([
    ['error', 'access_denied'],
    ['state', 'a state & more'],
  ]);
});

test('the issuer is named where that is switched on', async () => {
  simulateSpotify(network, openBrowser(), { sendIssuer: true });
  const answer = await authorizationResponse(authorizationRequest());
  expect(answer.get('iss')).toBe('https://accounts.spotify.com');
});

test.each([
  `${REDIRECT_URI}/`,
  REDIRECT_URI.replace('callback', 'Callback'),
  `${REDIRECT_URI}?x=1`,
  REDIRECT_URI.replace('liner.example', 'liner.example:444'),
  REDIRECT_URI.replace('liner.example', 'liner.example.evil.example'),
  undefined,
])('the unregistered redirect URI %s is never redirected to', async (redirectUri) => {
  simulateSpotify(network, openBrowser());
  const request = authorizationRequest({ redirect_uri: redirectUri });
  const response = await fetch(request, { redirect: 'manual' });
  expect(response.headers.has('Location')).toBe(false);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('INVALID_CLIENT: Invalid redirect URI');
});

test.each([
  [
    { redirect_uri: REDIRECT_URI.replace('https', 'http') },
    'INVALID_CLIENT: Insecure redirect URI',
  ],
  [{ client_id: 'f'.repeat(32) }, 'INVALID_CLIENT: Invalid client'],
  [{ scope: 'playlist-read-everything' }, 'INVALID_SCOPE'],
])('a request with %o ends on a page of Spotify', async (changes, message) => {
  simulateSpotify(network, openBrowser());
  const response = await fetch(authorizationRequest(changes), { redirect: 'manual' });
  expect(response.headers.has('Location')).toBe(false);
  expect(await response.text()).toContain(message);
});

test.each<[string, Fields]>([
  ['the method plain', { code_challenge_method: 'plain' }],
  ['no method', { code_challenge_method: undefined }],
  ['no challenge', { code_challenge: undefined }],
  ['a challenge of 42 characters', { code_challenge: 'a'.repeat(42) }],
  ['the implicit grant', { response_type: 'token' }],
])('a request with %s goes back as invalid_request', async (_, changes) => {
  simulateSpotify(network, openBrowser());
  const answer = await authorizationResponse(authorizationRequest(changes));
  expect(answer.get('error')).toBe('invalid_request');
  expect(answer.get('state')).toBe('a state & more');
  expect(answer.has('code')).toBe(false);
});
