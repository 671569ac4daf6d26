/** One line of a JSON value as it is shown: a member, an element, or the whole. */
export interface JsonRow {
  /** Path as it is copied, such as `items[0].name`; empty for the whole. */
  readonly path: string;
  /** Name of the member or index of the element; empty for the whole. */
  readonly key: string;
  readonly depth: number;
  readonly value: unknown;
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

/**
 * Lists the rows of a JSON value that are in view, without those inside folded values.
 *
 * @param toggled the paths whose fold is not as at first.
 */
export function jsonRows(value: unknown, toggled: ReadonlySet<string>): readonly JsonRow[] {
  const rows: JsonRow[] = [];
  function visit(path: string, key: string, depth: number, inner: unknown): void {
    const size = sizeOf(inner);
    const isOpen = size !== undefined && isOpenAtFirst(depth, size) !== toggled.has(path);
    rows.push({ path, key, depth, value: inner, size, isOpen });
    if (isOpen) {
      for (const [name, member] of membersOf(inner))
        visit(pathOf(path, name, inner), name, depth + 1, member);
    }
  }
  visit('', '', 0, value);
  return rows;
}

/** Lists the rows whose name or value contains a text, in the order of the value; `MOST_HITS` at most. */
export function findJsonRows(value: unknown, words: string): readonly JsonRow[] {
  const wanted = words.trim().toLowerCase();
  const rows: JsonRow[] = [];
  function visit(path: string, key: string, inner: unknown): void {
    if (rows.length >= MOST_HITS) return;
    const size = sizeOf(inner);
    const text = size === undefined ? String(inner) : '';
    if (path !== '' && `${key}\n${text}`.toLowerCase().includes(wanted))
      rows.push({ path, key: path, depth: 0, value: inner, size, isOpen: false });
    if (size !== undefined)
      for (const [name, member] of membersOf(inner)) visit(pathOf(path, name, inner), name, member);
  }
  visit('', '', value);
  return rows;
}

/** Lists the paths of a value and of all inside it whose fold differs from the wanted one. */
export function toggleAll(value: unknown, isOpen: boolean): ReadonlySet<string> {
  const toggled = new Set<string>();
  function visit(path: string, depth: number, inner: unknown): void {
    const size = sizeOf(inner);
    if (size === undefined) return;
    const wanted = depth === 0 || isOpen;
    if (isOpenAtFirst(depth, size) !== wanted) toggled.add(path);
    for (const [name, member] of membersOf(inner))
      visit(pathOf(path, name, inner), depth + 1, member);
  }
  visit('', 0, value);
  return toggled;
}

function isOpenAtFirst(depth: number, size: number): boolean {
  return depth === 0 || (depth < OPEN_DEPTH && size <= OPEN_SIZE);
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(Object(value));
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
