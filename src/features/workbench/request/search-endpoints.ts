import { fold } from '../../../library/fold.ts';
import type { Endpoint } from '../data/parse-endpoints.ts';

/** Finds the endpoints whose method, path, title, group or scopes contain all words; current ones come first. */
export function searchEndpoints(
  endpoints: readonly Endpoint[],
  words: string,
): readonly Endpoint[] {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return endpoints.filter((endpoint) => {
    const { method, path, title, group, needs, needsOne } = endpoint;
    const text = fold([method, path, title, group, ...needs, ...needsOne].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** Lists the scopes that a login lacks for an endpoint; of scopes of which one suffices, all of them. */
export function lackingScopes(endpoint: Endpoint, granted: readonly string[]): readonly string[] {
  const lacking = endpoint.needs.filter((scope) => !granted.includes(scope));
  const hasOne = endpoint.needsOne.some((scope) => granted.includes(scope));
  return hasOne ? lacking : [...lacking, ...endpoint.needsOne];
}

/** Says which scopes an endpoint needs. */
export function neededText({ needs, needsOne, isRemoved }: Endpoint): string {
  if (isRemoved) return 'No scope opens it in development mode.';
  const all = [...needs, ...(needsOne.length > 0 ? [needsOne.join(' or ')] : [])];
  return all.length > 0 ? `Needs ${all.join(', and ')}.` : 'Needs no scope.';
}
