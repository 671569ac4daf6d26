import { fold } from './fold.ts';
import { longestCommon } from './longest-common.ts';

/** A row of a list, as far as two states of the list are compared; what is not known is `null` or empty. */
export interface ComparedRow {
  readonly uri: string | null;
  readonly isrc: string | null;
  readonly title: string | null;
  readonly artists: readonly string[];
  /** ISO 8601 day or time. */
  readonly addedAt: string | null;
  /** `false` where Spotify says that the person cannot play it. */
  readonly isPlayable?: false;
}

/** What became of a row. */
export type RowChangeKind = 'added' | 'removed' | 'moved' | 'unavailable';

/** One difference between two states of a list. */
export interface RowChange<Row extends ComparedRow = ComparedRow> {
  readonly kind: RowChangeKind;
  /** Position in the earlier state, from 1, every row counted; `null` for an added row. */
  readonly before: number | null;
  /** Position in the present state; `null` for a removed row. */
  readonly now: number | null;
  /** The earlier row of a removed or unavailable one, else the present row. */
  readonly row: Row;
  /** Whether an unavailable row is empty now, so that only the earlier state names it. */
  readonly isEmpty?: true;
}

/**
 * Compares two states of one list: rows are the same by URI, else by ISRC, else by title and main artist. The fewest
 * rows that can have moved are called moved. A row that is empty now is named by the earlier row of its place.
 */
export function compareLists<Old extends ComparedRow, New extends ComparedRow>(
  old: readonly Old[],
  now: readonly New[],
): readonly RowChange<Old | New>[] {
  const keys = keysOf(old, now);
  /** The present index of each earlier row; -1 for none. */
  const stayed = longestCommon(keys.old, keys.now);
  const emptied = pairEmptied(old, now, keys, stayed);
  const moved = pairMoved(keys, [...stayed.entries(), ...emptied]);
  const removed = indexes(old, (at) => stayed[at] === -1 && !emptied.has(at) && !moved.has(at));
  const taken = new Set([...stayed, ...emptied.values(), ...moved.values()]);
  const added = indexes(now, (at) => !taken.has(at));
  const kept = [...stayed.entries(), ...moved].filter(([, at]) => at >= 0);
  const barred = kept.filter(
    ([before, at]) => now[at]?.isPlayable === false && old[before]?.isPlayable !== false,
  );
  return [
    ...added.flatMap((at) => changeOf('added', now[at], null, at)),
    ...removed.flatMap((at) => changeOf('removed', old[at], at, null)),
    ...[...moved].sort(byNow).flatMap(([before, at]) => changeOf('moved', now[at], before, at)),
    ...[
      ...[...emptied].map((pair) => [...pair, true] as const),
      ...barred.map((pair) => [...pair, false] as const),
    ]
      .sort(byNow)
      .flatMap(([before, at, isEmpty]) =>
        changeOf('unavailable', old[before], before, at).map((change) =>
          isEmpty ? { ...change, isEmpty } : change,
        ),
      ),
  ];
}

/** Counts the changes of each kind. */
export function countChanges(
  changes: readonly Pick<RowChange, 'kind'>[],
): Readonly<Record<RowChangeKind, number>> {
  const counts = { added: 0, removed: 0, moved: 0, unavailable: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** The rows of both states as texts; equal rows have equal ones. */
interface Keys {
  readonly old: readonly string[];
  readonly now: readonly string[];
}

const EMPTY = 'empty ';

function keysOf(old: readonly ComparedRow[], now: readonly ComparedRow[]): Keys {
  const present = now.map((row) => row.uri ?? ownKeyOf(row));
  const byAlias = new Map<string, string>();
  for (const [at, row] of now.entries())
    for (const alias of aliasesOf(row))
      if (!byAlias.has(alias)) byAlias.set(alias, present[at] ?? '');
  const keyOf = (row: ComparedRow) => {
    if (row.uri !== null) return row.uri;
    const known = aliasesOf(row).find((alias) => byAlias.has(alias));
    return (known && byAlias.get(known)) ?? ownKeyOf(row);
  };
  return { old: old.map(keyOf), now: present };
}

/** What else than its URI names a row, the surest first. */
function aliasesOf({ isrc, title, artists }: ComparedRow): readonly string[] {
  const name = title === null ? [] : [`name ${fold(title)} | ${fold(artists[0] ?? '')}`];
  return isrc === null ? name : [`isrc ${isrc}`, ...name];
}

/** Names a row without a URI; an empty one by the day of its adding, which Spotify keeps. */
function ownKeyOf(row: ComparedRow): string {
  return aliasesOf(row)[0] ?? `${EMPTY}${row.addedAt?.slice(0, 10) ?? ''}`;
}

/**
 * Pairs rows that are empty now with the earlier rows of their place, between the same rows that stayed: those of the
 * same time of adding, which Spotify keeps, and where no time says otherwise, as many as there are.
 */
function pairEmptied(
  old: readonly ComparedRow[],
  now: readonly ComparedRow[],
  keys: Keys,
  stayed: Int32Array,
): ReadonlyMap<number, number> {
  const kept = new Set(stayed);
  /** Rows that are elsewhere now have moved, and are not empty. */
  const elsewhere = new Set(indexes(now, (at) => !kept.has(at)).map((at) => keys.now[at]));
  const isLost = (at: number) =>
    stayed[at] === -1 && !keys.old[at]?.startsWith(EMPTY) && !elsewhere.has(keys.old[at]);
  const isNewlyEmpty = (at: number) => !kept.has(at) && keys.now[at]?.startsWith(EMPTY);
  const pairs = new Map<number, number>();
  let from = 0;
  let to = 0;
  const between = (fromEnd: number, toEnd: number) => {
    const lost: number[] = [];
    const empty: number[] = [];
    for (; from < fromEnd; from += 1) if (isLost(from)) lost.push(from);
    for (; to < toEnd; to += 1) if (isNewlyEmpty(to)) empty.push(to);
    for (const [before, at] of pairsOf(lost, empty, (before, at) => {
      const [one, other] = [timeOf(old[before]), timeOf(now[at])];
      return one === null || other === null ? null : one === other;
    }))
      pairs.set(before, at);
  };
  for (const [before, at] of stayed.entries()) {
    if (at < 0) continue;
    between(before, at);
    from = before + 1;
    to = at + 1;
  }
  between(old.length, now.length);
  return pairs;
}

/** Pairs two ordered groups in their order; `isSame` is `null` where nothing speaks for or against a pair. */
function pairsOf(
  lost: readonly number[],
  empty: readonly number[],
  isSame: (before: number, now: number) => boolean | null,
): readonly (readonly [number, number])[] {
  if (lost.length === empty.length) {
    const pairs = lost.map((before, at) => [before, empty[at] ?? 0] as const);
    if (pairs.every(([before, at]) => isSame(before, at) !== false)) return pairs;
  }
  let next = 0;
  return empty.flatMap((at) => {
    const found = lost.findIndex((before, index) => index >= next && isSame(before, at) === true);
    if (found < 0) return [];
    next = found + 1;
    return [[lost[found] ?? 0, at] as const];
  });
}

function timeOf(row: ComparedRow | undefined): number | null {
  const time = Date.parse(row?.addedAt ?? '');
  return Number.isNaN(time) ? null : time;
}

/** Pairs equal rows that did not stay in their order. */
function pairMoved(
  keys: Keys,
  paired: Iterable<readonly [number, number]>,
): ReadonlyMap<number, number> {
  const all = [...paired].filter(([, at]) => at >= 0);
  const [from, to] = [new Set(all.map(([before]) => before)), new Set(all.map(([, at]) => at))];
  const places = new Map<string, number[]>();
  for (let at = keys.now.length - 1; at >= 0; at -= 1) {
    if (to.has(at)) continue;
    const key = keys.now[at] ?? '';
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  const moved = new Map<number, number>();
  for (const [before, key] of keys.old.entries()) {
    const at = from.has(before) ? undefined : places.get(key)?.pop();
    if (at !== undefined) moved.set(before, at);
  }
  return moved;
}

function indexes(all: ArrayLike<unknown>, isMeant: (at: number) => boolean): readonly number[] {
  return Array.from(all, (_, at) => at).filter(isMeant);
}

function byNow(one: readonly [number, number, ...unknown[]], other: typeof one): number {
  return one[1] - other[1];
}

function changeOf<Row extends ComparedRow>(
  kind: RowChangeKind,
  row: Row | undefined,
  before: number | null,
  now: number | null,
): readonly RowChange<Row>[] {
  if (!row) return [];
  const place = (at: number | null) => (at === null ? null : at + 1);
  return [{ kind, before: place(before), now: place(now), row }];
}
