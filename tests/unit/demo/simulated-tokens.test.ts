import { expect, test } from 'vitest';
import { makeServerMemory } from '../../../src/demo/server-memory.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { TOKEN, useNetwork } from '../../support/unit/network.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import {
  codeFor,
  type Fields,
  get,
  OTHER_CLIENT_ID,
  PKCE,
  redeem,
  refresh,
  refused,
  SCOPE,
  TWO_CLIENTS,
} from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const MINUTE = 60_000;

test('a code buys an access token and a refresh token with the right verifier', async () => {
  simulateSpotify(network, openBrowser());
  expect(await redeem(await codeFor())).toEqual({
    status: 200,
    body: {
      access_token: expect.stringMatching(/^BQ/),
      token_type: 'Bearer',
      scope: SCOPE,
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^AQ/),
    },
  });
});

test('[row 16] a code is worth nothing with a wrong verifier', async () => {
  simulateSpotify(network, openBrowser());
  const wrong = await redeem(await codeFor(), { code_verifier: `${PKCE.verifier}x` });
  expect(wrong).toEqual(refused('invalid_grant', 'code_verifier was incorrect'));
});

test('a code is worth nothing with the challenge in place of the verifier', async () => {
  simulateSpotify(network, openBrowser());
  const plain = await redeem(await codeFor(), { code_verifier: PKCE.challenge });
  expect(plain).toEqual(refused('invalid_grant', 'code_verifier was incorrect'));
});

test('a code is worth nothing with another redirect URI', async () => {
  simulateSpotify(network, openBrowser());
  const other = await redeem(await codeFor(), { redirect_uri: `${CLIENT.redirectUri}/` });
  expect(other).toEqual(refused('invalid_grant', 'Invalid redirect URI'));
});

test('a code is worth nothing to another client', async () => {
  simulateSpotify(network, openBrowser(), { clients: TWO_CLIENTS });
  const stolen = await redeem(await codeFor(), { client_id: OTHER_CLIENT_ID });
  expect(stolen).toEqual(refused('invalid_grant', 'Invalid authorization code'));
});

test('a code works just before ten minutes are over, and not after', async () => {
  const browser = openBrowser();
  simulateSpotify(network, browser);
  const [early, late] = [await codeFor(), await codeFor()];
  browser.clock.advance(10 * MINUTE - 1);
  expect((await redeem(early)).status).toBe(200);
  browser.clock.advance(1);
  expect(await redeem(late)).toEqual(refused('invalid_grant', 'Invalid authorization code'));
});

test('a code that comes twice is refused, and kills the tokens it bought', async () => {
  simulateSpotify(network, openBrowser());
  const code = await codeFor();
  const { body } = await redeem(code);
  expect((await get('/v1/me', body.access_token)).status).toBe(200);

  expect(await redeem(code)).toEqual(refused('invalid_grant', 'Invalid authorization code'));
  expect((await get('/v1/me', body.access_token)).status).toBe(401);
  expect(await refresh(body.refresh_token)).toEqual(
    refused('invalid_grant', 'Refresh token revoked'),
  );
});

test('a code that comes twice at the same moment works at most once', async () => {
  simulateSpotify(network, openBrowser());
  const code = await codeFor();
  const answers = await Promise.all([redeem(code), redeem(code)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 400]);
});

test('a code survives a restart of the server that keeps its memory', async () => {
  const browser = openBrowser();
  const memory = makeServerMemory();
  simulateSpotify(network, browser, { memory });
  const code = await codeFor();
  network.resetHandlers();
  simulateSpotify(network, browser, { memory });
  expect((await redeem(code)).status).toBe(200);
});

test.each<[string, Fields, string]>([
  ['an unknown client', { client_id: 'f'.repeat(32) }, 'invalid_client'],
  ['no client', { client_id: undefined }, 'invalid_client'],
  ['a password grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['no grant type', { grant_type: undefined }, 'invalid_request'],
  ['no code', { code: undefined }, 'invalid_request'],
  ['no redirect URI', { redirect_uri: undefined }, 'invalid_request'],
  ['no verifier', { code_verifier: undefined }, 'invalid_request'],
])('the token endpoint refuses %s', async (_, changes, error) => {
  simulateSpotify(network, openBrowser());
  expect(await redeem(await codeFor(), changes)).toMatchObject({ status: 400, body: { error } });
});

test.each([
  ['answers', 'authorization_code', 200],
  ['refusals', 'password', 400],
])('the token endpoint lets the asking page read its %s', async (_, grant_type, status) => {
  simulateSpotify(network, openBrowser());
  const body = new URLSearchParams({
    client_id: CLIENT.clientId,
    grant_type,
    code: await codeFor(),
    redirect_uri: CLIENT.redirectUri,
    code_verifier: PKCE.verifier,
  });
  const headers = { Origin: 'https://liner.example' };
  const response = await fetch(TOKEN, { method: 'POST', headers, body });
  expect(response.status).toBe(status);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://liner.example');
  expect(response.headers.has('Access-Control-Expose-Headers')).toBe(false);
});
