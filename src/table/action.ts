import type { SCOPE_NAMES } from '../config.ts';

/** An action on a table or on its selected rows, given by the page. */
export interface Action {
  /** Unique among the actions of a table. */
  readonly id: string;
  /** Text of the button. */
  readonly label: string;
  readonly run: () => void;
  /** Whether the action has anything to work on now. */
  readonly isAvailable: () => boolean;
  /** Scopes that Spotify requires for it. */
  readonly needs?: readonly (typeof SCOPE_NAMES)[number][];
  /** Why the last run failed; `undefined` where it succeeded. */
  readonly problem?: () => string | undefined;
}

/** Filters the actions that are available to a login, by the scopes that it lacks. */
export function offeredActions(
  actions: readonly Action[],
  lacks: (scope: string) => boolean,
): readonly Action[] {
  return actions.filter(({ isAvailable, needs = [] }) => isAvailable() && !needs.some(lacks));
}

/** Gives the problem of the first action that failed; `undefined` where none did. */
export function problemOf(actions: readonly Action[]): string | undefined {
  return actions.map(({ problem }) => problem?.()).find((text) => text !== undefined);
}
