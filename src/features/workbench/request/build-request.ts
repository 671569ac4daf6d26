import { SPOTIFY_API } from '../../../config.ts';
import { encodeId } from '../../../spotify/addresses.ts';
import type { Method } from '../../../spotify/pace.ts';
import type { Endpoint, Field } from '../data/parse-endpoints.ts';
import { parseFieldValue } from './field-value.ts';

/** The only place that requests of the workbench go to. */
export const API_ROOT = `${SPOTIFY_API}/v1/`;

/** A request as it is sent, without its token. */
export interface ApiRequest {
  readonly method: Method;
  readonly url: string;
  /** Body with its media type; `undefined` where the request has none. */
  readonly body: { readonly type: string; readonly text: string } | undefined;
}

/** A request, or what is wrong with its fields, by their names. */
export type BuiltRequest =
  | { readonly request: ApiRequest }
  | { readonly problems: ReadonlyMap<string, string> };

/** Builds the request of an endpoint from the texts of its fields; an empty text leaves a field out. */
export function buildRequest(
  endpoint: Endpoint,
  texts: Readonly<Record<string, string>>,
): BuiltRequest {
  const problems = new Map<string, string>();
  const values: FilledField[] = [];
  for (const field of endpoint.fields) {
    const text = texts[field.name] ?? '';
    const parsed = text.trim() === '' ? undefined : parseFieldValue(field, text);
    if (parsed && 'value' in parsed) values.push({ ...field, value: parsed.value });
    else if (parsed) problems.set(field.name, parsed.problem);
    else if (field.isRequired) problems.set(field.name, 'Spotify needs this one.');
  }
  if (problems.size > 0) return { problems };
  // The same check as for a path that was typed: a mistake in the tables leads nowhere else either.
  const safe = resolvePath(addressOf(endpoint, values));
  if ('problem' in safe) return { problems: new Map([['', safe.problem]]) };
  return { request: { method: endpoint.method, url: safe.url, body: bodyOf(endpoint, values) } };
}

/** A field with its value. */
type FilledField = Field & { readonly value: unknown };

function addressOf({ path }: Endpoint, values: readonly FilledField[]): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, place, value } of values) {
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeId(String(value)));
    else if (place === 'query') query.set(name, String(value));
  }
  return API_ROOT + filled.slice(1) + (query.size > 0 ? `?${query}` : '');
}

function bodyOf({ fields }: Endpoint, values: readonly FilledField[]): ApiRequest['body'] {
  if (!fields.some(({ place }) => place === 'body')) return undefined;
  const body = values.filter(({ place }) => place === 'body');
  const jpeg = body.find(({ type }) => type.kind === 'jpeg');
  if (jpeg) return { type: 'image/jpeg', text: String(jpeg.value) };
  const members = Object.fromEntries(body.map(({ name, value }) => [name, value]));
  return { type: 'application/json', text: JSON.stringify(members) };
}

/** The address of a typed path, or why it is refused. */
export type ResolvedPath = { readonly url: string } | { readonly problem: string };

/**
 * Resolves a typed path or address, which must lie below `https://api.spotify.com/v1/`: a token is sent there, so that
 * nothing may lead anywhere else.
 */
export function resolvePath(typed: string): ResolvedPath {
  const text = typed.trim();
  const path = text.startsWith(API_ROOT) ? text.slice(API_ROOT.length - 1) : text;
  const [way = ''] = path.split('?');
  // Also what a server may decode once more: %2e%2e, %2f, %5c, %40.
  if (/\.\.|[@\s]|\/\/|%(2e|2f|5c|40|25)/i.test(way) || /[#\\]/.test(path) || hasControl(path))
    return {
      problem: /^(https?:)?\/\//.test(path)
        ? `Requests go to ${API_ROOT} only.`
        : 'A path may not hold .. \\ // @ # or a space.',
    };
  let url: URL;
  try {
    url = new URL(path.replace(/^\/(?!\/)/, '').replace(/^v1\//, ''), API_ROOT);
  } catch {
    return { problem: 'This is no path.' };
  }
  const isBelow = url.href.startsWith(API_ROOT) && url.href.length > API_ROOT.length;
  if (!isBelow || url.username !== '' || url.password !== '')
    return { problem: `Requests go to ${API_ROOT} only.` };
  if (url.searchParams.has('access_token'))
    return { problem: 'A token never goes into an address.' };
  return { url: url.href };
}

/** Builds the request of a typed path, with a body in JSON where one is typed. */
export function buildTyped(method: Method, path: string, body: string): BuiltRequest {
  const resolved = resolvePath(path);
  if ('problem' in resolved) return { problems: new Map([['path', resolved.problem]]) };
  if (body.trim() === '' || method === 'GET')
    return { request: { method, url: resolved.url, body: undefined } };
  try {
    JSON.parse(body);
  } catch {
    return { problems: new Map([['body', 'This is no JSON.']]) };
  }
  return { request: { method, url: resolved.url, body: { type: 'application/json', text: body } } };
}

function hasControl(text: string): boolean {
  return [...text].some((sign) => (sign.codePointAt(0) ?? 0) < 0x20);
}
