import { LoginError } from '../oauth/errors.ts';

/** Signals that there is no login, or none that Spotify accepts any more. */
export class LoginRequiredError extends LoginError {
  override readonly name = 'LoginRequiredError';
  readonly kind: 'logged-out' | 'login-ended' | 'login-rejected';
  /** `none`: nobody is logged in. `ended`: Spotify refused the refresh token. `rejected`: it refuses fresh tokens. */
  readonly reason: 'none' | 'ended' | 'rejected';

  constructor(reason: 'none' | 'ended' | 'rejected') {
    super(reason);
    this.reason = reason;
    this.kind = reason === 'none' ? 'logged-out' : `login-${reason}`;
  }
}

/** Signals that the browser's storage cannot be used, or no longer; `full` where only room is missing. */
export class StorageError extends LoginError {
  override readonly name = 'StorageError';
  readonly kind: 'storage-blocked' | 'storage-full';
  readonly reason: 'blocked' | 'full';

  constructor(reason: 'blocked' | 'full', options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.kind = `storage-${reason}`;
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
