import type { JSX } from 'solid-js';
import type { SCOPE_NAMES } from '../config.ts';

/** One thing that can be done with a table or with its selected rows, as a page hands it over. */
export interface Action {
  /** Tells it from the other actions of its table. */
  readonly id: string;
  /** The words on its button. */
  readonly label: string;
  /** Stands before the words. */
  readonly icon?: () => JSX.Element;
  readonly run: () => void;
  /** Whether there is anything to do now. */
  readonly isAvailable: () => boolean;
  /** Scopes without which Spotify refuses it. */
  readonly needs?: readonly (typeof SCOPE_NAMES)[number][];
  /** Why it did not work when it was last run; nothing where it did. */
  readonly problem?: () => string | undefined;
}

/** Keeps the actions that are available to a login, given which scopes it lacks. */
export function offeredActions(
  actions: readonly Action[],
  lacks: (scope: string) => boolean,
): readonly Action[] {
  return actions.filter(({ isAvailable, needs = [] }) => isAvailable() && !needs.some(lacks));
}

/** Says why one of some actions did not work; nothing where all did. */
export function problemOf(actions: readonly Action[]): string | undefined {
  return actions.map(({ problem }) => problem?.()).find((text) => text !== undefined);
}
