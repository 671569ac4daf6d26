import { expect, test } from 'vitest';
import { LoginError } from '../../../src/oauth/errors.ts';
import { SpotifyError } from '../../../src/spotify/errors.ts';
import { errorText, missingReason, needsLogin, wayOf } from '../../../src/words/errors.ts';

const ERRORS = [
  new SpotifyError('user-not-registered'),
  new SpotifyError('premium-required'),
  new SpotifyError('insufficient-scope'),
  new SpotifyError('forbidden'),
  new SpotifyError('not-found'),
  new SpotifyError('rate-limited', null),
  new SpotifyError('quota-exceeded'),
  new SpotifyError('spotify-down'),
  new SpotifyError('offline'),
  new SpotifyError('unreadable-answer'),
  new SpotifyError('no-answer'),
  new SpotifyError('unexpected-answer', 'shape'),
  new LoginError('declined'),
  new LoginError('protocol', 'state'),
  new LoginError('pending-login-too-old'),
  new LoginError('token-response', 'token_malformed'),
  new LoginError('invalid-grant'),
  new LoginError('login-unavailable'),
  new LoginError('client-configuration', 'invalid_client'),
  new LoginError('logged-out'),
  new LoginError('login-ended'),
  new LoginError('login-rejected'),
  new LoginError('storage-full'),
  new LoginError('storage-blocked'),
];

test('every kind of failure has a sentence of its own, and no text of the error in it', () => {
  const texts = ERRORS.map((error) => errorText(error));
  expect(new Set(texts).size).toBe(ERRORS.length);
  expect(texts).not.toContain(errorText(new Error('from a server')));
  expect(texts.filter((text) => /_|undefined/.test(text))).toEqual([]);
});

test.each([
  ['nothing that is an error', undefined],
  ['a kind that is none', { kind: 'constructor' }],
  ['an error of the browser', new TypeError('from a server')],
])('%s has the sentence for the unexpected', (_, error) => {
  expect(errorText(error)).toMatch(/^A part of this page failed\./);
  expect(wayOf(error)).toBe('retry');
});

test('only what a new login mends asks for one', () => {
  const asking = ERRORS.filter((error) => needsLogin(error)).map(({ kind }) => kind);
  expect(asking).toEqual([
    'insufficient-scope',
    'declined',
    'protocol',
    'pending-login-too-old',
    'invalid-grant',
    'logged-out',
    'login-ended',
    'login-rejected',
  ]);
});

test.each([
  [3, '3 s'],
  [61, '2 minutes'],
  [7_200, '2 hours'],
  [null, '30 seconds'],
])('a rate limit of %s is told as %s', (retryAfter, wait) => {
  expect(errorText(new SpotifyError('rate-limited', retryAfter))).toContain(`Wait ${wait}, then`);
});

test('a playlist that is missing from an export has its reason', () => {
  expect(missingReason(new SpotifyError('forbidden'))).toMatch(/belongs to someone else/);
  expect(missingReason(new TypeError('from a server'))).toMatch(/Export it again later/);
});
