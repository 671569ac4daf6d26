/** Why a job stops before its end, where neither Spotify nor the network says so. */
export type StopKind =
  /** The playlist is not as it was when the plan was made; nothing was written since. */
  | 'changed-elsewhere'
  /** A request may or may not have been carried out, and nothing at Spotify tells which. */
  | 'undecided'
  /** A request did not arrive, as two readings say; the person decides whether it is sent again. */
  | 'not-arrived'
  /** Spotify confirmed the requests, but the playlist does not read as planned. */
  | 'differs'
  /** A playlist would grow beyond Spotify's limit; nothing was written. */
  | 'too-large'
  /** Another account or app is logged in now. */
  | 'other-account'
  /** The login lacks a permission. */
  | 'needs-permission';

/** Signals that a job has stopped, and can be looked at and resumed. */
export class EditStop extends Error {
  override readonly name = 'EditStop';
  readonly kind: StopKind;

  constructor(kind: StopKind) {
    super(kind);
    this.kind = kind;
  }
}
