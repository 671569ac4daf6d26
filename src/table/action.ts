import type { SCOPE_NAMES } from '../config.ts';

/** An action on a table or on its selected rows, defined by the page. */
export interface Action {
  /** Unique among the actions of a table. */
  readonly id: string;
  /** Text of the button. */
  readonly label: string;
  readonly run: () => void;
  /** Whether the action applies to the current rows. */
  readonly isAvailable: () => boolean;
  /** Scopes that Spotify requires for the action. */
  readonly needs?: readonly (typeof SCOPE_NAMES)[number][];
  /** Error message of the last run; `undefined` if the last run succeeded. */
  readonly problem?: () => string | undefined;
}

/** Filters the actions that are available to a login that lacks these scopes. */
export function offeredActions(
  actions: readonly Action[],
  lacks: (scope: string) => boolean,
): readonly Action[] {
  return actions.filter(({ isAvailable, needs = [] }) => isAvailable() && !needs.some(lacks));
}

/** Gives the error message of the first failed action; `undefined` if none failed. */
export function problemOf(actions: readonly Action[]): string | undefined {
  return actions.map(({ problem }) => problem?.()).find((text) => text !== undefined);
}
