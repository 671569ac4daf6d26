import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type {
  CompatStatement,
  Identifier,
  SimpleSupportStatement,
} from '@mdn/browser-compat-data/types';
import { BROWSERS } from '../../../.build/about.ts';

const { chrome, firefox, safari, ios } = BROWSERS;
const OLDEST = { chrome, edge: chrome, firefox, safari, safari_ios: ios } as const;

/** Interfaces of the global objects by their names. */
const INSTANCES: Readonly<Record<string, string>> = {
  caches: 'CacheStorage',
  crypto: 'Crypto',
  document: 'Document',
  history: 'History',
  indexedDB: 'IDBFactory',
  localStorage: 'Storage',
  location: 'Location',
  navigator: 'Navigator',
  performance: 'Performance',
  sessionStorage: 'Storage',
};

const { api, css, html } = bcd;
const builtins = inside(bcd.javascript, 'builtins');
const interfaces = [api, builtins, inside(builtins, 'Intl')].flatMap(partsOf);

/** Features of MDN's browser compatibility data that a use may mean. */
export type Candidates = readonly (Identifier | undefined)[];

/** Features of an undeclared name. */
export function globalFeatures(name: string): Candidates {
  return [inside(builtins, name), inside(api, name), inside(api, 'Window', name)];
}

/** Features of a member of a global object. */
export function staticFeatures(object: string, name: string): Candidates {
  const type = INSTANCES[object];
  if (type !== undefined) return [inside(api, type, name)];
  return [inside(builtins, object, name), inside(api, object, `${name}_static`)];
}

/** Features of a member of an unknown object. */
export function memberFeatures(name: string): Candidates {
  const members = interfaces.flatMap((each) => [
    inside(each, name),
    inside(each, `${name}_static`),
  ]);
  return [...members, ...globalFeatures(name)];
}

/** Features of an event of this name. */
export function eventFeatures(name: string): Candidates {
  return interfaces.map((each) => inside(each, `${name}_event`));
}

/** Features of an attribute of an element. */
export function attributeFeatures(element: string, name: string): Candidates {
  return [inside(html, 'elements', element, name), inside(html, 'global_attributes', name)];
}

/** Features of a CSS property, value, at-rule, selector or function. */
export const styleFeatures = {
  property: (name: string): Candidates => [inside(css, 'properties', name)],
  value: (property: string, value: string): Candidates => [
    inside(css, 'properties', property, value),
  ],
  rule: (name: string): Candidates => [inside(css, 'at-rules', name)],
  selector: (name: string): Candidates => [inside(css, 'selectors', name)],
  function: (name: string): Candidates => [
    inside(css, 'types', name),
    ...partsOf(inside(css, 'types')).map((type) => inside(type, name)),
  ],
};

/** Whether a use is in the data, and all features it may be are missing in one of the oldest browsers. */
export function isMissing(candidates: Candidates): boolean {
  const known = candidates.flatMap((feature) => feature?.__compat ?? []);
  return known.length > 0 && !known.some(isEverywhere);
}

function isEverywhere({ support }: CompatStatement): boolean {
  return Object.entries(OLDEST).every(([browser, version]) => {
    const statements = [support[browser as keyof typeof OLDEST] ?? []].flat();
    return statements.some((statement) => isThere(statement, Number(version)));
  });
}

/** Whether a browser of this version has the feature without a prefix or flag. */
function isThere(statement: SimpleSupportStatement, version: number): boolean {
  const { version_added: added, version_removed: removed, flags, prefix } = statement;
  if (added === false || flags || prefix || statement.alternative_name) return false;
  const isGone = typeof removed === 'string' && Number(removed.replace('≤', '')) <= version;
  return !isGone && Number(added.replace('≤', '')) <= version;
}

function partsOf(node: Identifier | undefined): readonly Identifier[] {
  const { __compat, ...parts }: Identifier = node ?? {};
  return Object.values(parts);
}

function inside(node: Identifier | undefined, ...path: readonly string[]): Identifier | undefined {
  let found = node;
  for (const name of path) found = found && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}
