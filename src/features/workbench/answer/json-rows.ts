import { SPOTIFY_API } from '../../../config.ts';
import { resolvePath } from '../request/build-request.ts';
import { parseReference } from '../request/spotify-id.ts';

/** One line of a JSON value as it is shown: a member, an element, or the whole. */
export interface JsonRow {
  /** Path as it is copied, such as `items[0].name`; empty for the whole. */
  readonly path: string;
  /** Name of the member or index of the element; empty for the whole. */
  readonly key: string;
  readonly depth: number;
  readonly value: unknown;
  /** The object or array that holds the value; `undefined` for the whole. */
  readonly holder: unknown;
  /** Number of members or elements; `undefined` for a value without any. */
  readonly size: number | undefined;
  readonly isOpen: boolean;
}

/** Depth to which a value is open at first. */
const OPEN_DEPTH = 2;

/** Most members at which a value below the first is open at first. */
const OPEN_SIZE = 100;

/** Most rows that a search lists. */
export const MOST_HITS = 500;

/** Number of values that a generator visits between two of its steps. */
const STEP = 200;

/** Which values are open at first: those near the top, all, or the whole alone. */
export type Opening = 'near' | 'all' | 'whole';

/** A value with its place in the whole. */
type Node = Omit<JsonRow, 'isOpen'>;

/** Lists the rows of a JSON value, without those inside folded values, in short steps. */
export function* jsonRows(value: unknown, opening: Opening): Generator<void, readonly JsonRow[]> {
  const rows: JsonRow[] = [];
  const whole = wholeOf(value);
  yield* walk(whole, (node) => {
    const isOpen = isOpenAtFirst(node, opening);
    rows.push({ ...node, isOpen });
    return isOpen;
  });
  return rows;
}

/** Lists an opened row and what it shows below it, in short steps. */
export function* openedRows(row: JsonRow): Generator<void, readonly JsonRow[]> {
  const rows: JsonRow[] = [];
  yield* walk(row, (node) => {
    const isOpen = rows.length === 0 || isOpenAtFirst(node, 'near');
    rows.push({ ...node, isOpen });
    return isOpen;
  });
  return rows;
}

/** Counts the rows below an open row that its folding hides. */
export function countBelow(rows: readonly JsonRow[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  let past = index + 1;
  while ((rows[past]?.depth ?? -1) > depth) past += 1;
  return past - index - 1;
}

/** Lists the rows whose name or value contains a text, in the order of the value; `MOST_HITS` at most. In short steps. */
export function* findJsonRows(value: unknown, words: string): Generator<void, readonly JsonRow[]> {
  const wanted = words.trim().toLowerCase();
  const rows: JsonRow[] = [];
  const whole = wholeOf(value);
  yield* walk(whole, ({ path, key, value: inner, holder, size }) => {
    if (rows.length >= MOST_HITS) return false;
    const text = size === undefined ? String(inner) : '';
    if (path !== '' && `${key}\n${text}`.toLowerCase().includes(wanted))
      rows.push({ path, key: path, depth: 0, value: inner, holder, size, isOpen: false });
    return true;
  });
  return rows;
}

function wholeOf(value: unknown): Node {
  return { path: '', key: '', depth: 0, value, holder: undefined, size: sizeOf(value) };
}

/** A value whose members are visited one after another. */
interface Visit {
  readonly node: Node;
  /** Names of the members; `undefined` for an array. */
  readonly names: readonly string[] | undefined;
  next: number;
}

/** Visits a value and what is inside it, as far as `enter` says so; stops after each few values. */
function* walk(first: Node, enter: (node: Node) => boolean): Generator<void, void> {
  const visits: Visit[] = [];
  let count = 0;
  function meet(node: Node): void {
    count += 1;
    if (!enter(node) || node.size === undefined) return;
    const names = Array.isArray(node.value) ? undefined : Object.keys(Object(node.value));
    visits.push({ node, names, next: 0 });
  }
  meet(first);
  for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
    const { node, names, next } = visit;
    if (next >= (node.size ?? 0)) {
      visits.pop();
      continue;
    }
    visit.next += 1;
    const key = names?.[next] ?? String(next);
    const members: Readonly<Record<string, unknown>> = Object(node.value);
    const value = members[key];
    const path = pathOf(node.path, key, node.value);
    meet({ path, key, depth: node.depth + 1, value, holder: node.value, size: sizeOf(value) });
    if (count % STEP === 0) yield;
  }
}

function isOpenAtFirst({ depth, size }: Node, opening: Opening): boolean {
  if (size === undefined) return false;
  if (depth === 0 || opening === 'all') return true;
  return opening === 'near' && depth < OPEN_DEPTH && size <= OPEN_SIZE;
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function pathOf(path: string, name: string, parent: unknown): string {
  if (Array.isArray(parent)) return `${path}[${name}]`;
  if (!/^[A-Za-z_]\w*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** Gives the name of an object, or of what it wraps, so that a folded one can be told from its neighbours. */
export function nameIn(value: unknown): string {
  const {
    name,
    display_name,
    item,
    track,
    album,
    show,
    episode,
  }: Readonly<Record<string, unknown>> = Object(Array.isArray(value) ? undefined : value);
  const own = name ?? display_name;
  if (typeof own === 'string') return own;
  const wrapped = [item, track, album, show, episode].find(
    (each) => each && typeof each === 'object',
  );
  const { name: inner }: { readonly name?: unknown } = Object(wrapped);
  return typeof inner === 'string' ? inner : '';
}

/** Writes the value of a row without members in JSON. */
export function scalarText(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

/** Kinds of Spotify that have an endpoint of their own. */
const KINDS = ['album', 'artist', 'audiobook', 'chapter', 'episode', 'playlist', 'show', 'track'];

/**
 * Gives the address of the request that a value of an answer leads to: that of an address of the Web API, of a URI of
 * Spotify, and of the id of the object that holds it; `undefined` for any other value.
 */
export function requestOf(value: unknown, holder?: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const { id, type }: { readonly id?: unknown; readonly type?: unknown } = Object(holder);
  if (value === id && KINDS.includes(String(type)) && parseReference(value))
    return `${SPOTIFY_API}/v1/${type}s/${value}`;
  if (value.startsWith(`${SPOTIFY_API}/v1/`)) {
    const resolved = resolvePath(value);
    return 'url' in resolved ? resolved.url : undefined;
  }
  if (!value.startsWith('spotify:')) return undefined;
  const found = parseReference(value);
  return found?.kind !== undefined && KINDS.includes(found.kind)
    ? `${SPOTIFY_API}/v1/${found.kind}s/${found.id}`
    : undefined;
}
