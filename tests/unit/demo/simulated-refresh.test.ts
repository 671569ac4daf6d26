import { expect, test } from 'vitest';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import {
  codeFor,
  get,
  OTHER_CLIENT_ID,
  redeem,
  refresh,
  refused,
  SCOPE,
  TWO_CLIENTS,
} from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
const DAY = 24 * 3_600_000;

test('a refresh brings a new access token and no refresh token, as at Spotify today', async () => {
  simulateSpotify(network, openBrowser());
  const { body: first } = await redeem(await codeFor());
  const { status, body } = await refresh(first.refresh_token);
  expect(status).toBe(200);
  expect(body.access_token).not.toBe(first.access_token);
  expect(body).not.toHaveProperty('refresh_token');
  expect((await get('/v1/me', body.access_token)).status).toBe(200);
  expect((await refresh(first.refresh_token)).status).toBe(200);
});

test('a refresh brings a new refresh token each time where tokens rotate', async () => {
  simulateSpotify(network, openBrowser(), { rotateRefreshTokens: true });
  const { body: first } = await redeem(await codeFor());
  const { body: second } = await refresh(first.refresh_token);
  expect(second.refresh_token).toMatch(/^AQ/);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect((await refresh(second.refresh_token)).status).toBe(200);
});

test('a refresh with a token that was rotated away ends the whole login', async () => {
  simulateSpotify(network, openBrowser(), { rotateRefreshTokens: true });
  const { body: first } = await redeem(await codeFor());
  const { body: second } = await refresh(first.refresh_token);
  const revoked = refused('invalid_grant', 'Refresh token revoked');
  expect(await refresh(first.refresh_token)).toEqual(revoked);
  expect(await refresh(second.refresh_token)).toEqual(revoked);
  expect((await get('/v1/me', second.access_token)).status).toBe(401);
});

test.each([false, true])(
  'refreshes stop 180 days after the login however often they were done (rotation: %s)',
  async (rotateRefreshTokens) => {
    const browser = openBrowser();
    simulateSpotify(network, browser, { rotateRefreshTokens });
    const { body: first } = await redeem(await codeFor());
    browser.clock.advance(180 * DAY - 1);
    const last = await refresh(first.refresh_token);
    expect(last.status).toBe(200);
    browser.clock.advance(1);
    expect(await refresh(last.body.refresh_token ?? first.refresh_token)).toEqual(
      refused('invalid_grant', 'Refresh token expired'),
    );
  },
);

test('a refresh can ask for less but never for more', async () => {
  simulateSpotify(network, openBrowser());
  const scope = 'playlist-read-private user-library-read';
  const { body: first } = await redeem(await codeFor({ scope }));
  const less = await refresh(first.refresh_token, { scope: 'user-library-read' });
  expect(less.body.scope).toBe('user-library-read');
  const more = await refresh(first.refresh_token, { scope: SCOPE });
  expect(more).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
});

test('a refresh is refused to another client and to a made-up token', async () => {
  simulateSpotify(network, openBrowser(), { clients: TWO_CLIENTS });
  const { body: first } = await redeem(await codeFor());
  const stolen = await refresh(first.refresh_token, { client_id: OTHER_CLIENT_ID });
  expect(stolen.body.error).toBe('invalid_grant');
  expect((await refresh('AQmade-up')).body.error).toBe('invalid_grant');
});
