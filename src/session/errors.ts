/** Signals a stored record of a newer version of this app, which is left as it is. */
export class NewerRecordError extends Error {
  override readonly name = 'NewerRecordError';
}

/** Signals a request with an access token to any origin but the API's; nothing was sent. */
export class ForeignOriginError extends Error {
  override readonly name = 'ForeignOriginError';
}
