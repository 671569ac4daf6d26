import type { Method } from '../../../spotify/pace.ts';
import { CURRENT_ENDPOINTS } from './current-endpoints.ts';
import { REMOVED_ENDPOINTS } from './removed-endpoints.ts';

/** Where a field stands in a request. */
export type Place = 'path' | 'query' | 'body';

/** What a field accepts. */
export type FieldType =
  /** One line of text. */
  | { readonly kind: 'text' | 'texts' | 'country' | 'flag' | 'json' | 'jpeg' | 'uri' | 'moment' }
  /** A whole number between two others. */
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  /** One of these words, or several of them. */
  | { readonly kind: 'one' | 'list'; readonly options: readonly string[] }
  /** URIs of Spotify, as an array of texts or of objects with a `uri`. */
  | { readonly kind: 'uris' | 'items'; readonly max: number }
  /** An id of Spotify of this kind; a link or URI of it is understood too. */
  | { readonly kind: 'id'; readonly of: string };

/** One value that a request takes. */
export interface Field {
  readonly name: string;
  readonly place: Place;
  readonly isRequired: boolean;
  readonly type: FieldType;
}

/** One operation of the Web API. */
export interface Endpoint {
  readonly method: Method;
  /** Path below `/v1`, with parameters in braces. */
  readonly path: string;
  readonly title: string;
  readonly group: string;
  readonly fields: readonly Field[];
  /** Scopes that it needs, all of them. */
  readonly needs: readonly string[];
  /** Scopes of which it needs one, by what is asked for. */
  readonly needsOne: readonly string[];
  /** What surprises about it; empty where nothing does. */
  readonly note: string;
  /** Whether development mode no longer has it. */
  readonly isRemoved: boolean;
  /** What to call instead of a removed one, such as `PUT /me/library`. */
  readonly successor: string | undefined;
  /** The GET that shows whether a write was carried out. */
  readonly check: string | undefined;
}

/** Types of the fields that many endpoints have. */
const COMMON: Readonly<Record<string, string>> = {
  limit: '1..50',
  offset: '0..100000',
  market: 'country',
};

/** Names of path parameters that are no ids of 22 characters. */
const PLAIN_NAMES = ['user', 'category', 'type'];

/** All endpoints: the current ones first. */
export function allEndpoints(): readonly Endpoint[] {
  return [...parseEndpoints(CURRENT_ENDPOINTS, false), ...parseEndpoints(REMOVED_ENDPOINTS, true)];
}

/**
 * Parses the notation of the tables: a group after `#`; an endpoint as `METHOD path | title`; below it, indented, a
 * word and what belongs to it. `needs` and `one` name scopes; `path`, `query` and `body` fields; `note`, `use` and
 * `check` are texts. A field is `name`, `!` where it is required, `:` and its type.
 */
export function parseEndpoints(text: string, isRemoved: boolean): readonly Endpoint[] {
  let group = '';
  const blocks: { group: string; head: string; facts: Map<string, string> }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) group = line.slice(2);
    else if (line.startsWith('  ')) {
      const [word = '', ...rest] = line.trim().split(' ');
      blocks.at(-1)?.facts.set(word, rest.join(' '));
    } else if (line !== '') blocks.push({ group, head: line, facts: new Map() });
  }
  return blocks.map(({ group: of, head, facts }) => {
    const [operation = '', title = ''] = head.split(' | ');
    const [method = '', path = ''] = operation.split(' ');
    const words = (name: string) => facts.get(name)?.split(' ') ?? [];
    return {
      // The test of the tables checks that there is no other.
      method: method as Method,
      path,
      title,
      group: of,
      fields: [
        ...pathFields(path, words('path')),
        ...words('query').map((word) => parseField(word, 'query')),
        ...words('body').map((word) => parseField(word, 'body')),
      ],
      needs: words('needs'),
      needsOne: words('one'),
      note: facts.get('note') ?? '',
      isRemoved,
      successor: facts.get('use'),
      check: facts.get('check'),
    };
  });
}

function pathFields(path: string, described: readonly string[]): readonly Field[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const word = described.find((each) => each.startsWith(`${name}:`));
    if (word) return { ...parseField(word, 'path'), isRequired: true };
    const type: FieldType = PLAIN_NAMES.includes(name)
      ? { kind: 'text' }
      : { kind: 'id', of: name };
    return { name, place: 'path', isRequired: true, type };
  });
}

function parseField(word: string, place: Place): Field {
  const [, name = '', required, type] = /^(\w+)(!?)(?::(.+))?$/.exec(word) ?? [];
  return {
    name,
    place,
    isRequired: required === '!',
    type: parseType(type ?? COMMON[name] ?? 'text'),
  };
}

function parseType(text: string): FieldType {
  const [, min, max] = /^(\d+)\.\.(\d+)$/.exec(text) ?? [];
  if (min !== undefined) return { kind: 'number', min: Number(min), max: Number(max) };
  const [, choice, options] = /^(one|list)\((.+)\)$/.exec(text) ?? [];
  if (choice === 'one' || choice === 'list')
    return { kind: choice, options: (options ?? '').split(',') };
  const [, several, most] = /^(uris|items)\.\.(\d+)$/.exec(text) ?? [];
  if (several === 'uris' || several === 'items') return { kind: several, max: Number(most) };
  const kind = text.replace(/\.\.\d+$/, '');
  return { kind: isSimple(kind) ? kind : 'text' };
}

const SIMPLE = ['text', 'texts', 'country', 'flag', 'json', 'jpeg', 'uri', 'moment'] as const;

function isSimple(kind: string): kind is (typeof SIMPLE)[number] {
  return SIMPLE.some((each) => each === kind);
}
