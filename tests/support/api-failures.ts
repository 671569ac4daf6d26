import type { FaultName } from '../../src/demo/faults.ts';

/** A failure of the Web API and its text on the page. */
export interface ApiFailure {
  readonly fault: FaultName;
  readonly says: RegExp;
}

/** A failure of the first page of a list; the matrix in Node tests every kind. */
export const FIRST_PAGE_FAILURES: readonly ApiFailure[] = [
  {
    fault: 'user-not-registered',
    says: /your account isn’t on this Spotify app’s list of users/,
  },
];

/** A failure of a later page; the matrix in Node tests every kind. */
export const LATER_FAILURES: readonly ApiFailure[] = [
  { fault: 'not-found', says: /^Spotify can’t find this/ },
];
