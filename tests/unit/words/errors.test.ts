import { expect, test } from 'vitest';
import * as oauth from '../../../src/oauth/errors.ts';
import { LoginRequiredError, StorageError } from '../../../src/session/errors.ts';
import * as spotify from '../../../src/spotify/errors.ts';
import { errorText, missingReason, needsLogin, wayOf } from '../../../src/words/errors.ts';

const ERRORS = [
  new spotify.UserNotRegisteredError(),
  new spotify.PremiumRequiredError(),
  new spotify.InsufficientScopeError(),
  new spotify.ForbiddenError(),
  new spotify.NotFoundError(),
  new spotify.RateLimitedError(null),
  new spotify.QuotaExceededError(),
  new spotify.SpotifyDownError(),
  new spotify.OfflineError(),
  new spotify.UnreadableAnswerError(),
  new spotify.NoAnswerError(),
  new spotify.UnexpectedAnswerError(),
  new oauth.AuthorizationDeniedError(),
  new oauth.ProtocolError('state'),
  new oauth.ProtocolError('pending_login_too_old'),
  new oauth.ProtocolError('token_malformed'),
  new oauth.InvalidGrantError(),
  new oauth.TemporarilyUnavailableError(),
  new oauth.ClientConfigurationError('invalid_client'),
  new LoginRequiredError('none'),
  new LoginRequiredError('ended'),
  new LoginRequiredError('rejected'),
  new StorageError('full'),
  new StorageError('blocked'),
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
  [null, 'half a minute'],
])('a rate limit of %s is told as %s', (retryAfter, wait) => {
  expect(errorText(new spotify.RateLimitedError(retryAfter))).toContain(`Wait ${wait}, then`);
});

test('a playlist that is missing from an export has its reason', () => {
  expect(missingReason(new spotify.ForbiddenError())).toMatch(/belongs to someone else/);
  expect(missingReason(new TypeError('from a server'))).toMatch(/Export it again later/);
});
