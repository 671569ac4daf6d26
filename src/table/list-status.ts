import type { Phase } from '../lists/collection.ts';
import { shownNumber } from '../words/number.ts';

/** What the status line of a table tells about. */
export interface ListProgress {
  readonly phase: Phase;
  /** How many rows there are to see. */
  readonly shown: number;
  /** How many of a load under way have come, and of how many. */
  readonly loaded: number;
  readonly expected: number | undefined;
  /** Whether what is shown is a complete list, perhaps an older one. */
  readonly isWhole: boolean;
  /** How many the search has found; `undefined` while nobody searches. */
  readonly found: number | undefined;
  /** Puts a number of rows into words. */
  readonly counted: (count: number) => string;
}

/** Puts the state of a table into one short line. */
export function listStatus(progress: ListProgress): string {
  const { phase, shown, loaded, expected, found, counted } = progress;
  if (found !== undefined) return `${shownNumber(found)} of ${counted(shown)}`;
  if (phase === 'complete' || progress.isWhole) return counted(shown);
  if (expected === undefined) return phase === 'loading' ? `Loading ${counted(2).slice(2)}` : '';
  return `${shownNumber(loaded)} of ${counted(expected)} loaded`;
}
