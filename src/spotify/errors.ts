/** Any failure of the Web API; each kind that a person can do something about has a class of its own. */
export abstract class SpotifyError extends Error {}

/** Signals that the account is not on the app's allow-list: its login works, every request is refused. */
export class UserNotRegisteredError extends SpotifyError {
  override readonly name = 'UserNotRegisteredError';
}

/** Signals that the owner of the Spotify app has no Premium, which stops the whole app. */
export class PremiumRequiredError extends SpotifyError {
  override readonly name = 'PremiumRequiredError';
}

/** Signals that the access token lacks a scope that the request needs. */
export class InsufficientScopeError extends SpotifyError {
  override readonly name = 'InsufficientScopeError';
}

/** Signals a refusal without a reason, as for the items of somebody else's playlist. */
export class ForbiddenError extends SpotifyError {
  override readonly name = 'ForbiddenError';
}

/** Signals that Spotify does not know what was asked for. */
export class NotFoundError extends SpotifyError {
  override readonly name = 'NotFoundError';
}

/** Signals that requests came too fast (429). */
export class RateLimitedError extends SpotifyError {
  override readonly name = 'RateLimitedError';
  /** Seconds to wait as Spotify states them; `null` where the header cannot be read, as in most browsers. */
  readonly retryAfter: number | null;

  constructor(retryAfter: number | null) {
    super();
    this.retryAfter = retryAfter;
  }
}

/** Signals that the developer account has used up its quota, which takes hours to come back. */
export class QuotaExceededError extends SpotifyError {
  override readonly name = 'QuotaExceededError';
}

/** Signals a fault on Spotify's side (5xx). */
export class SpotifyDownError extends SpotifyError {
  override readonly name = 'SpotifyDownError';
}

/** Signals that this browser has no network. */
export class OfflineError extends SpotifyError {
  override readonly name = 'OfflineError';
}

/**
 * Signals an answer that the page is not allowed to read, or none at all, although there is a
 * network: a rate limit sent without CORS headers, a cut connection, or an extension that blocks.
 */
export class UnreadableAnswerError extends SpotifyError {
  override readonly name = 'UnreadableAnswerError';
}

/** Signals that no answer came in time. */
export class NoAnswerError extends SpotifyError {
  override readonly name = 'NoAnswerError';
}

/** Signals an answer that came, but is not what Spotify documents: cut off, empty, or of another shape. */
export class UnexpectedAnswerError extends SpotifyError {
  override readonly name = 'UnexpectedAnswerError';
}

/** Whether a failure is of Spotify's making and may pass by itself. */
export function isOfServer(error: unknown): boolean {
  return (
    error instanceof SpotifyDownError ||
    (error instanceof UnexpectedAnswerError && error.message === 'not_json')
  );
}
