import type { FaultName, FaultSettings } from '../../src/demo/faults.ts';

/** A failure of the Web API and its text on the page. */
export interface ApiFailure {
  readonly fault: FaultName;
  readonly settings?: Partial<FaultSettings>;
  readonly says: RegExp;
}

const DOWN = /^Spotify has a fault on its side\. Wait a moment, then go on\./;
const NOT_LISTED = /your account is not on the list of users of this Spotify app/;
const ODD_ANSWER = /^Spotify’s answer was cut off or not of the form we know/;
const UNREADABLE = /^The browser could not read Spotify’s answer/;

/** Failures of the first page of a list, one of each kind; the matrix in Node tests all. */
export const FIRST_PAGE_FAILURES: readonly ApiFailure[] = [
  { fault: 'user-not-registered', says: NOT_LISTED },
  { fault: 'premium-lapsed', says: /its owner has no active Premium subscription/ },
  { fault: 'quota-exceeded', says: /has used up its quota with Spotify.* later today/ },
  { fault: 'rate-limited', settings: { isReadable: true, retryAfter: 3858 }, says: /65 minutes,/ },
  { fault: 'empty-body', says: ODD_ANSWER },
];

/** Failures of a later page, one of each kind. */
export const LATER_FAILURES: readonly ApiFailure[] = [
  { fault: 'not-found', says: /^Spotify does not know what was asked for/ },
  { fault: 'server-error-504', says: DOWN },
  { fault: 'answer-lost', says: UNREADABLE },
];

/** Formats a failure for a test's title. */
export function titleOf({ fault, settings }: ApiFailure): string {
  return settings === undefined ? fault : `${fault} ${JSON.stringify(settings)}`;
}
