import { expect, test, vi } from 'vitest';
import { makeInPageFetch } from '../../../src/demo/in-page-fetch.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { countOf, simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, get, redeem, refresh } from '../../support/unit/spotify-requests.ts';

const network = useNetwork();
/** A clock by which the demo's fetch does not wait. */
const IMPATIENT = { ...openBrowser().clock, sleep: async () => {} };

test('a fault spoils the requests it was armed for and no other', async () => {
  const spotify = simulateSpotify(network, openBrowser());
  const { body: login } = await redeem(await codeFor());
  spotify.faults.arm('server-error-502', { on: 'playlists', offset: 50, skip: 1, times: 2 });
  const statuses: number[] = [];
  for (const offset of [50, 0, 50, 50, 50]) {
    const { status } = await get(`/v1/me/playlists?offset=${offset}`, login.access_token);
    statuses.push(status);
  }
  expect(statuses).toEqual([200, 200, 502, 502, 200]);
});

test('a fault on the way back from a refresh loses the answer but not what was done', async () => {
  const spotify = simulateSpotify(network, openBrowser(), { rotateRefreshTokens: true });
  const { body: login } = await redeem(await codeFor());
  const { refresh_token = '' } = login;
  spotify.faults.arm('answer-lost', { on: 'refresh' });
  const client_id = CLIENT.clientId;
  const lost = makeInPageFetch(spotify.handlers, IMPATIENT)(TOKEN, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id }),
  });
  await expect(lost).rejects.toThrow('Failed to fetch');
  expect((await refresh(refresh_token)).body.error_description).toBe('Refresh token revoked');
});

test('a fault can leave a page waiting until it gives up', async () => {
  const spotify = simulateSpotify(network, openBrowser());
  const { body: login } = await redeem(await codeFor());
  spotify.faults.arm('hang', { on: 'profile' });
  const stop = new AbortController();
  const waiting = makeInPageFetch(spotify.handlers, IMPATIENT)(PROFILE, {
    headers: { Authorization: `Bearer ${login.access_token}` },
    signal: stop.signal,
  });
  await vi.waitFor(() => expect(countOf(spotify, 'profile')).toBe(1));
  stop.abort(new Error('gone elsewhere'));
  await expect(waiting).rejects.toThrow('gone elsewhere');
});

test('the fetch of the demo reaches no address but the simulated Spotify', async () => {
  const spotify = simulateSpotify(network, openBrowser());
  const fetch = makeInPageFetch(spotify.handlers, IMPATIENT);
  await expect(fetch('https://evil.example/')).rejects.toThrow(TypeError);
  await expect(fetch('https://accounts.spotify.com/unknown')).rejects.toThrow(TypeError);
});
