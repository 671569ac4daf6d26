import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { makeSpotifyClient } from '../../../src/spotify/client.ts';
import { SpotifyError, type SpotifyErrorKind } from '../../../src/spotify/errors.ts';
import { PROFILE, useNetwork } from '../../support/unit/network.ts';
import { openConnection, PLAYLISTS } from '../../support/unit/playlist-list.ts';
import { hurry, makeTestClock } from '../../support/unit/test-clock.ts';
import { json, text } from '../../support/unit/token-answers.ts';

const network = useNetwork();
const { signal } = new AbortController();

/** An error as the Web API words it. */
const refusal = (status: number, message: string) => json({ error: { status, message } }, status);
const NOT_REGISTERED = 'User not registered in the Developer Dashboard';
const PREMIUM_LAPSED =
  'Active premium subscription required for the owner of the app. When the subscription status ' +
  'changes, it can take a few hours before requests are allowed again.';
const UPSTREAM =
  'upstream connect error or disconnect/reset before headers. reset reason: overflow';
const QUOTA = { error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } };
const PROFILE_BODY = JSON.stringify({ id: 'ada', display_name: 'Ada' });

const FAILURES: [string, () => Response, SpotifyErrorKind][] = [
  [
    'an account that is not registered, as JSON',
    refusal(403, NOT_REGISTERED),
    'user-not-registered',
  ],
  [
    'an account that is not registered, as plain text',
    text(NOT_REGISTERED, 403, 'text/plain'),
    'user-not-registered',
  ],
  [
    'plain text that claims to be JSON',
    text(NOT_REGISTERED, 403, 'application/json'),
    'user-not-registered',
  ],
  [
    'an owner without Premium, as plain text',
    text(PREMIUM_LAPSED, 403, 'text/plain'),
    'premium-required',
  ],
  ['an owner without Premium, as JSON', refusal(403, PREMIUM_LAPSED), 'premium-required'],
  ['a missing scope', refusal(403, 'Insufficient client scope'), 'insufficient-scope'],
  ['a refusal without a reason', refusal(403, 'Forbidden'), 'forbidden'],
  ['a refusal without a body', text(null, 403, 'text/plain'), 'forbidden'],
  ['something that is not there', refusal(404, 'Resource not found'), 'not-found'],
  ['a rate limit', refusal(429, 'API rate limit exceeded'), 'rate-limited'],
  ['a rate limit as plain text', text('Too many requests', 429, 'text/plain'), 'rate-limited'],
  ['a quota that is used up', json(QUOTA, 429), 'quota-exceeded'],
  ['an internal error', refusal(500, 'Server error.'), 'spotify-down'],
  ['a bad gateway', refusal(502, 'Bad gateway.'), 'spotify-down'],
  ['a gateway that talks plain text', text(UPSTREAM, 503, 'text/plain'), 'spotify-down'],
  ['a gateway that sends a web page', text('<h1>503</h1>', 503, 'text/html'), 'spotify-down'],
  ['a gateway that waited in vain', text(null, 504, 'text/plain'), 'spotify-down'],
  ['an answer without a body', text(null, 200, 'application/json'), 'unexpected-answer'],
  [
    'an answer that is cut off',
    text(PROFILE_BODY.slice(0, 20), 200, 'application/json'),
    'unexpected-answer',
  ],
  [
    'a web page instead of an answer',
    text('<h1>Log in to Wi-Fi</h1>', 200, 'text/html'),
    'unexpected-answer',
  ],
  ['an answer of another shape', json({ hello: 'world' }), 'unexpected-answer'],
  ['an answer that is null', json(null), 'unexpected-answer'],
  ['a profile whose id is a number', json({ id: 7 }), 'unexpected-answer'],
  ['a status that nobody expects', text(null, 204, 'text/plain'), 'unexpected-answer'],
  ['a complaint about the request', refusal(400, 'Invalid limit'), 'unexpected-answer'],
];

test.each(FAILURES)('%s is told apart from all other failures', async (_, answer, expected) => {
  network.use(http.get(PROFILE, answer));
  const clock = makeTestClock();
  const profile = makeSpotifyClient(openConnection({ clock })).profile(signal);
  await hurry(clock, profile);
  const error: unknown = await profile.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SpotifyError);
  expect(error).toMatchObject({ kind: expected });
});

test.each([
  ['3', 3],
  ['86400', 86_400],
  ['86401', 86_400],
  ['1e308', 86_400],
  ['Infinity', 86_400],
  ['0', 0],
  [undefined, null],
  ['Wed, 25 Nov 2026 07:28:00 GMT', null],
  ['-1', null],
  ['soon', null],
])('[row 41] a rate limit that says to wait %j means %j s', async (retryAfter, seconds) => {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': retryAfter };
  network.use(http.get(PROFILE, () => HttpResponse.text('', { status: 429, headers })));
  const clock = makeTestClock();
  const profile = makeSpotifyClient(openConnection({ clock })).profile(signal);
  await hurry(clock, profile);
  await expect(profile).rejects.toThrow(expect.objectContaining({ retryAfter: seconds }));
});

test.each([
  [
    '[row 41] an answer that the page may not read, such as a rate limit without CORS',
    true,
    'unreachable',
  ],
  ['a browser without a network', false, 'offline'],
])('%s is told', async (_, isOnline, expected) => {
  network.use(http.get(PROFILE, () => HttpResponse.error()));
  const clock = makeTestClock();
  const profile = makeSpotifyClient(openConnection({ clock, isOnline: () => isOnline })).profile(
    signal,
  );
  await hurry(clock, profile);
  await expect(profile).rejects.toMatchObject({ kind: expected });
});

test.each([
  'https://evil.example/v1/me/playlists?offset=50',
  'http://api.spotify.com/v1/me/playlists?offset=50',
  'https://api.spotify.com.evil.example/v1/me/playlists',
  'javascript:alert(1)',
  '/v1/me/playlists?offset=50',
])(
  '[row 44, s23] a list that goes on at %s is refused, and nothing is sent there',
  async (next) => {
    const page = { items: [{ id: 'a' }], limit: 50, offset: 0, total: 1, next };
    network.use(http.get(PLAYLISTS, json(page), { once: true }));
    const pages = makeSpotifyClient(openConnection()).playlists([], signal);
    const iterator = pages[Symbol.asyncIterator]();
    await expect(iterator.next()).rejects.toMatchObject({ kind: 'unexpected-answer' });
  },
);

test('the profile is known by its steadier id, and by a name if there is one', async () => {
  const client = makeSpotifyClient(openConnection());
  network.use(
    http.get(PROFILE, json({ id: 'ada', account_id: 'acc-1', display_name: 'Ada L.' }), {
      once: true,
    }),
  );
  expect(await client.profile(signal)).toEqual({
    accountId: 'acc-1',
    id: 'ada',
    displayName: 'Ada L.',
  });
  network.use(
    http.get(PROFILE, json({ id: 'ada', account_id: 9, display_name: null }), { once: true }),
  );
  expect(await client.profile(signal)).toEqual({ accountId: 'ada', id: 'ada', displayName: 'ada' });
});
