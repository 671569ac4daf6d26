import { type ApiFailure, FIRST_PAGE_FAILURES, LATER_FAILURES } from './api-failures.ts';
import type { Cell, MatrixStep } from './fault-matrix.ts';

/** A fault in a browser test, the text on the page, and the way to go on. */
export interface MetFault extends Cell {
  /** Matches the text on the page; `undefined` where the fault is invisible. */
  readonly says?: RegExp;
  readonly wayOn?: 'Try again' | 'Resume' | 'Log in again' | 'by itself';
}

/** Faults tested one after the other on one page, in this order; one at each step of a way through the app. */
export const WALK: readonly MetFault[] = [
  { step: 'authorize', fault: 'dns-failure' },
  {
    step: 'token',
    fault: 'wrong-shape',
    says: /^Spotify’s login service sent a reply we don’t understand/,
    wayOn: 'Log in again',
  },
  { step: 'profile', fault: 'bad-oauth-request' },
  {
    step: 'refresh',
    fault: 'html-body',
    says: /^Spotify’s login service sent a reply we don’t understand\. Your login is kept\./,
    wayOn: 'Try again',
  },
  {
    step: 'playlist',
    fault: 'server-error-502',
    says: /^Spotify is having trouble/,
    wayOn: 'Try again',
  },
  {
    step: 'items',
    fault: 'truncated-body',
    says: /^Spotify’s reply was incomplete.* The 50 songs loaded so far are kept\.$/,
    wayOn: 'Resume',
  },
  { step: 'liked', fault: 'offline', says: /^You are offline\./, wayOn: 'by itself' },
  { step: 'cover', fault: 'network-error' },
];

/** Faults tested in browsers, with their steps, by test file; Node tests every fault at every step. */
export const MET_IN_BROWSER: Readonly<Record<string, readonly Cell[]>> = {
  'lab/fault-walk.spec.ts': WALK,
  'table/failures.spec.ts': [
    ...atStep('first page', FIRST_PAGE_FAILURES),
    ...atStep('later page', LATER_FAILURES),
  ],
};

function atStep(step: MatrixStep, failures: readonly ApiFailure[]): Cell[] {
  return failures.map(({ fault }) => ({ step, fault }));
}
