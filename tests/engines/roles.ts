import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../support/build-site.ts';

/** Elements by role and name, within another target where given. */
export interface Target {
  readonly role: string;
  /** The whole name, or a pattern; any name by default. */
  readonly name?: string | RegExp;
  readonly within?: Target;
}

declare global {
  /** Finds elements by role and name; injected into the pages of these tests. */
  var TestingLibraryDom: typeof import('@testing-library/dom') | undefined;
}

/** Thrown by {@link findingExpression} in a page without the injected {@link LIBRARY}. */
export const NO_LIBRARY = 'no library in this page';

/** The library that computes roles and names, as an expression; a page's policy does not apply to it. */
export const LIBRARY = `(() => { ${readFileSync(
  join(PROJECT, 'node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
)} })()`;

/** An expression that applies a function to all elements of a target. */
export function findingExpression(target: Target, work: (found: Element[]) => unknown): string {
  return `(${work})((${find})(${literal(pathOf(target))}, ${literal(NO_LIBRARY)}))`;
}

interface Step {
  readonly role: string;
  readonly name: string | undefined;
  readonly pattern: string | undefined;
}

function pathOf({ role, name, within }: Target): Step[] {
  const step =
    name instanceof RegExp
      ? { role, name: undefined, pattern: name.source }
      : { role, name, pattern: undefined };
  return [...(within ? pathOf(within) : []), step];
}

/** Runs within the page. */
function find(path: readonly Step[], noLibrary: string): Element[] {
  const library = globalThis.TestingLibraryDom;
  if (!library) throw new Error(noLibrary);
  let found: HTMLElement[] = [document.body];
  for (const { role, name, pattern } of path) {
    const wanted = pattern === undefined ? name : new RegExp(pattern);
    found = found.flatMap((place) =>
      library.queryAllByRole(place, role, wanted === undefined ? {} : { name: wanted }),
    );
  }
  return found;
}

/** Formats a JSON value as an expression. */
export function literal(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

/** Formats a target for error messages. */
export function inWords({ role, name, within }: Target): string {
  const named = name === undefined ? '' : ` “${name instanceof RegExp ? name.source : name}”`;
  return `${role}${named}${within ? ` in ${inWords(within)}` : ''}`;
}
