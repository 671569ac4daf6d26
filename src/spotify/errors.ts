/** Distinguishes failures of the Web API; `words/errors.ts` has a text for each. */
export type SpotifyErrorKind =
  | 'user-not-registered'
  | 'premium-required'
  | 'insufficient-scope'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'quota-exceeded'
  | 'spotify-down'
  | 'offline'
  | 'unreadable-answer'
  | 'no-answer'
  | 'unexpected-answer';

/** Any failure of the Web API; each kind with a remedy of its own has a class. */
export abstract class SpotifyError extends Error {
  abstract readonly kind: SpotifyErrorKind;
}

/** Signals that the account is not on the app's allow-list: its login works, every request is refused. */
export class UserNotRegisteredError extends SpotifyError {
  override readonly name = 'UserNotRegisteredError';
  readonly kind = 'user-not-registered';
}

/** Signals that the owner of the Spotify app has no Premium, which stops the whole app. */
export class PremiumRequiredError extends SpotifyError {
  override readonly name = 'PremiumRequiredError';
  readonly kind = 'premium-required';
}

/** Signals that the access token lacks a scope that the request needs. */
export class InsufficientScopeError extends SpotifyError {
  override readonly name = 'InsufficientScopeError';
  readonly kind = 'insufficient-scope';
}

/** Signals a refusal without a reason, as for the items of somebody else's playlist. */
export class ForbiddenError extends SpotifyError {
  override readonly name = 'ForbiddenError';
  readonly kind = 'forbidden';
}

/** Signals that Spotify does not find the resource (404). */
export class NotFoundError extends SpotifyError {
  override readonly name = 'NotFoundError';
  readonly kind = 'not-found';
}

/** Signals that requests came too fast (429). */
export class RateLimitedError extends SpotifyError {
  override readonly name = 'RateLimitedError';
  readonly kind = 'rate-limited';
  /** Seconds to wait as Spotify states them; `null` where the header cannot be read, as in most browsers. */
  readonly retryAfter: number | null;

  constructor(retryAfter: number | null) {
    super();
    this.retryAfter = retryAfter;
  }
}

/** Signals that the developer account has exhausted its quota, which takes hours to reset. */
export class QuotaExceededError extends SpotifyError {
  override readonly name = 'QuotaExceededError';
  readonly kind = 'quota-exceeded';
}

/** Signals a fault on Spotify's side (5xx). */
export class SpotifyDownError extends SpotifyError {
  override readonly name = 'SpotifyDownError';
  readonly kind = 'spotify-down';
}

/** Signals that this browser has no network. */
export class OfflineError extends SpotifyError {
  override readonly name = 'OfflineError';
  readonly kind = 'offline';
}

/**
 * Signals an answer that the page cannot read, or none, although there is a network: a rate limit sent without CORS
 * headers, a lost connection, or an extension that blocks.
 */
export class UnreadableAnswerError extends SpotifyError {
  override readonly name = 'UnreadableAnswerError';
  readonly kind = 'unreadable-answer';
}

/** Signals a timeout. */
export class NoAnswerError extends SpotifyError {
  override readonly name = 'NoAnswerError';
  readonly kind = 'no-answer';
}

/** Signals an answer that Spotify does not document: truncated, empty, or of another shape. */
export class UnexpectedAnswerError extends SpotifyError {
  override readonly name = 'UnexpectedAnswerError';
  readonly kind = 'unexpected-answer';
}

/** Whether a failure is on Spotify's side and may be temporary. */
export function isOfServer(error: unknown): boolean {
  return (
    error instanceof SpotifyDownError ||
    (error instanceof UnexpectedAnswerError && error.message === 'not_json')
  );
}
