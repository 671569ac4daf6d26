/**
 * The kind of a failure of the Web API, with what is known beside it. `words/errors.ts` has a text for each kind; one
 * without words does not compile.
 */
type SpotifyFailure =
  /** The account is not on the app's allow-list: its login works, every request is refused. */
  | [kind: 'user-not-registered']
  /** The owner of the Spotify app has no Premium, which stops the whole app. */
  | [kind: 'premium-required']
  /** The access token lacks a scope that the request needs. */
  | [kind: 'insufficient-scope']
  /** A refusal without a reason, as for the items of somebody else's playlist. */
  | [kind: 'forbidden']
  /** Spotify does not find the resource (404). */
  | [kind: 'not-found']
  /**
   * Requests came too fast (429), with the seconds to wait as Spotify states them; `null` where the header cannot be
   * read, as in most browsers.
   */
  | [kind: 'rate-limited', retryAfter: number | null]
  /** The developer account has exhausted its quota, which takes hours to reset. */
  | [kind: 'quota-exceeded']
  /** A fault on Spotify's side (5xx). */
  | [kind: 'spotify-down']
  /** This browser has no network. */
  | [kind: 'offline']
  /**
   * An answer that the page cannot read, or none, although there is a network: a rate limit sent without CORS
   * headers, a lost connection, or an extension that blocks; `body` where it began and broke off.
   */
  | [kind: 'unreadable-answer', code?: 'body' | undefined]
  /** No answer could be read in this visit, as where an extension blocks all requests to the Web API. */
  | [kind: 'unreachable']
  /** A timeout. */
  | [kind: 'no-answer']
  /** An answer that Spotify does not document: truncated, empty, or of another shape; with a short word of ours. */
  | [kind: 'unexpected-answer', code: string];

/** Distinguishes failures of the Web API. */
export type SpotifyErrorKind = SpotifyFailure[0];

/** Signals a failure of the Web API. */
export class SpotifyError extends Error {
  override readonly name = 'SpotifyError';
  readonly kind: SpotifyErrorKind;
  /** Seconds to wait, where Spotify states them. */
  readonly retryAfter: number | null;
  /** The kind, or a short stable word of ours. */
  readonly code: string;

  constructor(...[kind, detail = null]: SpotifyFailure) {
    const code = typeof detail === 'string' ? detail : kind;
    super(code);
    this.kind = kind;
    this.code = code;
    this.retryAfter = typeof detail === 'number' ? detail : null;
  }
}

/** Tells whether an error is a failure of the Web API of one of these kinds. */
export function isSpotifyError(
  error: unknown,
  ...kinds: readonly SpotifyErrorKind[]
): error is SpotifyError {
  return error instanceof SpotifyError && kinds.includes(error.kind);
}

/** Tells whether a failure is on Spotify's side and may be temporary. */
export function isOfServer(error: unknown): boolean {
  return (
    isSpotifyError(error, 'spotify-down') ||
    (isSpotifyError(error, 'unexpected-answer') && error.code === 'not_json')
  );
}

/** Tells whether a failure is an answer of Spotify that was read. */
export function isAnswer(error: unknown): boolean {
  return (
    error instanceof SpotifyError &&
    (error.code === 'body' || !isSpotifyError(error, 'offline', 'unreadable-answer', 'no-answer'))
  );
}
