/** Signals that there is no login, or none that Spotify accepts any more. */
export class LoginRequiredError extends Error {
  override readonly name = 'LoginRequiredError';
  /** `none`: nobody is logged in. `ended`: Spotify refused the refresh token. `rejected`: it refuses fresh tokens. */
  readonly reason: 'none' | 'ended' | 'rejected';

  constructor(reason: 'none' | 'ended' | 'rejected') {
    super(reason);
    this.reason = reason;
  }
}

/** Signals that the browser's storage cannot be used, or no longer; `full` where only room is missing. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly reason: 'blocked' | 'full';

  constructor(reason: 'blocked' | 'full', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Signals a stored record of a newer version of this app, which is left as it is. */
export class NewerRecordError extends Error {
  override readonly name = 'NewerRecordError';
}

/** Signals a request with an access token to any origin but the API's; nothing was sent. */
export class ForeignOriginError extends Error {
  override readonly name = 'ForeignOriginError';
}
