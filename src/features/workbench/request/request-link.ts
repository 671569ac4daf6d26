import type { Method } from '../../../spotify/pace.ts';
import type { Endpoint } from '../data/parse-endpoints.ts';
import { API_ROOT, type ApiRequest, resolvePath } from './build-request.ts';

/** The methods of the Web API. */
export const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** What a link to a request names: an endpoint with the texts of its fields, or a path that no endpoint has. */
export interface NamedRequest {
  readonly method: Method;
  readonly endpoint: Endpoint | undefined;
  readonly texts: Readonly<Record<string, string>>;
  /** Path below `/v1/`, with its query. */
  readonly path: string;
}

/** Writes a request as a fragment such as `GET/playlists/ID?limit=5`: method, path and query, never a token or body. */
export function toFragment({ method, url }: Pick<ApiRequest, 'method' | 'url'>): string {
  return `${method}/${url.slice(API_ROOT.length)}`;
}

/** Parses a fragment, with or without its `#`; `undefined` where it names no request that may be sent. */
export function parseFragment(
  fragment: string,
  endpoints: readonly Endpoint[],
): NamedRequest | undefined {
  const [, name = '', path = ''] = /^#?([A-Z]+)\/(.+)$/.exec(fragment) ?? [];
  const method = METHODS.find((each) => each === name);
  const resolved = resolvePath(path);
  return method && !('problem' in resolved)
    ? nameRequest(method, resolved.url, endpoints)
    : undefined;
}

/** Finds the endpoint of an address, and the texts of its fields in it. */
export function nameRequest(
  method: Method,
  url: string,
  endpoints: readonly Endpoint[],
): NamedRequest {
  const path = url.slice(API_ROOT.length);
  const { pathname, searchParams } = new URL(url);
  for (const endpoint of endpoints) {
    if (endpoint.method !== method) continue;
    const texts = textsIn(endpoint, pathname.slice('/v1'.length));
    if (!texts) continue;
    const known = endpoint.fields.filter(({ place }) => place === 'query');
    const isKnown = ([key]: readonly [string, string]) => known.some(({ name }) => name === key);
    const query = [...searchParams];
    // With a parameter that the table does not know, the address itself is the truth.
    if (!query.every(isKnown)) break;
    return { method, endpoint, texts: { ...texts, ...Object.fromEntries(query) }, path };
  }
  return { method, endpoint: undefined, texts: {}, path };
}

function textsIn(endpoint: Endpoint, path: string): Record<string, string> | undefined {
  const parts = endpoint.path.split('/');
  const given = path.split('/');
  if (parts.length !== given.length) return undefined;
  const texts: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const text = decoded(given[index] ?? '');
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (name === undefined ? part !== text : text === '') return undefined;
    if (name !== undefined) texts[name] = text;
  }
  return texts;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Finds an endpoint by its method and path template, as `use` and `check` name it. */
export function findEndpoint(
  endpoints: readonly Endpoint[],
  name: string | undefined,
): Endpoint | undefined {
  return endpoints.find(({ method, path }) => `${method} ${path}` === name);
}
