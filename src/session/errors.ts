/** Signals a stored record of a newer version of this app, which this version does not change. */
export class NewerRecordError extends Error {
  override readonly name = 'NewerRecordError';
}

/** Signals a request with an access token to an origin other than the API's; the request is not sent. */
export class ForeignOriginError extends Error {
  override readonly name = 'ForeignOriginError';
}
