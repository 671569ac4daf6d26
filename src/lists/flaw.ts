/** The result of loading a list. */
export interface LoadEnd {
  /** Whether the list changed during each attempt to load it. */
  readonly isUnsteady: boolean;
  /** Number of loaded rows. */
  readonly loaded: number;
  /** Number of rows according to Spotify's `total`, without unusable entries. */
  readonly expected: number;
}

/** Tells whether a completely loaded list differs from the list at Spotify. */
export function hasFlaw({ isUnsteady, loaded, expected }: LoadEnd): boolean {
  return isUnsteady || loaded < expected;
}

/** Signals that a list was loaded, but with a flaw. */
export class FlawedListError extends Error {
  override readonly name = 'FlawedListError';
  readonly end: LoadEnd;

  constructor(end: LoadEnd) {
    super();
    this.end = end;
  }
}
