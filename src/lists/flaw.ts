/** How the reading of a list ended. */
export interface LoadEnd {
  /** Whether the list changed each time it was read. */
  readonly isUnsteady: boolean;
  /** Number of rows that came. */
  readonly loaded: number;
  /** Number of rows by Spotify's count, without those of no use. */
  readonly expected: number;
}

/** Whether a list that was read to its end is not the list as it is at Spotify. */
export function hasFlaw({ isUnsteady, loaded, expected }: LoadEnd): boolean {
  return isUnsteady || loaded < expected;
}

/** Signals that the rows of a list came, but with a flaw. */
export class FlawedListError extends Error {
  override readonly name = 'FlawedListError';
  readonly end: LoadEnd;

  constructor(end: LoadEnd) {
    super();
    this.end = end;
  }
}
