import { LoginRequiredError } from '../session/errors.ts';
import { InsufficientScopeError } from '../spotify/errors.ts';
import { errorMessage } from './error-message.ts';

/** What there is to see of a list whose load has failed. */
export interface WhatIsLeft {
  readonly error: unknown;
  /** How many rows there are, and whether they are a complete list, perhaps an older one. */
  readonly count: number;
  readonly isWhole: boolean;
  /** Puts a number of rows into words. */
  readonly counted: (count: number) => string;
}

/** Says why a list stopped and what was kept. */
export function loadFailureText({ error, count, isWhole, counted }: WhatIsLeft): string {
  const text = errorMessage(error);
  if (isWhole) return `${text} You see the last complete list.`;
  return count === 0 ? text : `${text} The ${counted(count)} that came are kept.`;
}

/** Names the one button that goes on after a failed load. */
export function wayOn({ error, count }: Pick<WhatIsLeft, 'error' | 'count'>) {
  const needsLogin = error instanceof LoginRequiredError || error instanceof InsufficientScopeError;
  if (needsLogin) return 'Log in again';
  return count === 0 ? 'Try again' : 'Resume';
}
