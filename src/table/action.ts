import type { SCOPE_NAMES } from '../config.ts';
import { BASE_PATH } from '../deployment.ts';
import { type Command, isAvailable } from '../ui/command.tsx';

/** A command on a table, on its selected rows, or on one of its rows, defined by the page. */
export interface Action extends Command {
  /** Scopes that Spotify requires for the action. */
  readonly needs?: readonly (typeof SCOPE_NAMES)[number][];
  /** Error message of the last run; `undefined` if the last run succeeded. */
  readonly problem?: () => string | undefined;
}

/** Filters the actions that a login which lacks these scopes may take; those that cannot be taken now stay. */
export function permittedActions(
  actions: readonly Action[],
  lacks: (scope: string) => boolean,
): readonly Action[] {
  return actions.filter(({ needs = [] }) => !needs.some(lacks));
}

/** Filters the actions that can be taken now by a login which lacks these scopes. */
export function offeredActions(
  actions: readonly Action[],
  lacks: (scope: string) => boolean,
): readonly Action[] {
  return permittedActions(actions, lacks).filter(isAvailable);
}

/** Gives the error message of the first failed action; `undefined` if none failed. */
export function problemOf(actions: readonly Action[]): string | undefined {
  return actions.map(({ problem }) => problem?.()).find((text) => text !== undefined);
}

const URI = /^spotify:(track|episode|album|show|playlist):(\w+)$/;

/** Gives the action that opens the GET of what a URI names in the API workbench; none for what has no such request. */
export function workbenchActions(uri: string | null): readonly Action[] {
  const [, kind, id] = URI.exec(uri ?? '') ?? [];
  if (kind === undefined || id === undefined) return [];
  const href = `${BASE_PATH}api#GET/${kind}s/${id}`;
  return [{ id: 'workbench', label: 'Open in the workbench', icon: 'braces', href }];
}
