import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js';

/** How many of the rows that a search has found are selected. */
export type Share = 'none' | 'some' | 'all';

/** The rows that a person has picked out of a table, by their keys. */
export interface Selection<Row> {
  readonly keyOf: (row: Row) => string;
  /** What a row is called, for those who hear its checkbox. */
  readonly nameOf: (row: Row) => string;
  /** They stay through every search and sort, and go when their rows do. */
  readonly selected: Accessor<ReadonlySet<string>>;
  /** Selects a row, or no longer. */
  readonly toggle: (key: string) => void;
  /** Does to all rows from the one touched last to this one what it does to this one. */
  readonly toggleRange: (key: string) => void;
  readonly foundShare: Accessor<Share>;
  /** Selects all found rows, or none of them where all are; others stay as they are. */
  readonly toggleFound: () => void;
  readonly clear: () => void;
}

/** Makes a selection over the rows of a table, of which a search has found some. */
export function createSelection<Row>(
  rows: Accessor<readonly Row[]>,
  found: Accessor<readonly Row[]>,
  { keyOf, nameOf }: Pick<Selection<Row>, 'keyOf' | 'nameOf'>,
): Selection<Row> {
  const [picked, pick] = createSignal<ReadonlySet<string>>(new Set());
  let touched: string | undefined;

  const hasPicked = createMemo(() => picked().size > 0);
  // With nothing selected, rows that come cost nothing here.
  const present = createMemo(() => new Set(hasPicked() ? rows().map(keyOf) : []));
  const selected = createMemo(() => {
    const keys = picked();
    const left = new Set([...keys].filter((key) => present().has(key)));
    return left.size === keys.size ? keys : left;
  });
  // A row that has gone and comes back is not selected again.
  createEffect(() => {
    const left = selected();
    if (left !== untrack(picked)) pick(left);
  });

  function change(keys: readonly string[], isWanted: boolean): void {
    const after = new Set(selected());
    for (const key of keys) isWanted ? after.add(key) : after.delete(key);
    pick(after);
  }

  /** The keys from the row touched last to this one; this one alone where the other is not found. */
  function rangeTo(key: string): readonly string[] {
    const ends = [key, touched].map((end) => found().findIndex((row) => keyOf(row) === end));
    const first = Math.min(...ends);
    if (first < 0) return [key];
    return found()
      .slice(first, Math.max(...ends) + 1)
      .map(keyOf);
  }

  const foundShare = createMemo((): Share => {
    const keys = selected();
    const isSelected = (row: Row) => keys.has(keyOf(row));
    // With nothing selected, typing in the search costs nothing here.
    if (keys.size === 0 || !found().some(isSelected)) return 'none';
    return keys.size >= found().length && found().every(isSelected) ? 'all' : 'some';
  });

  return {
    keyOf,
    nameOf,
    selected,
    toggle(key) {
      change([key], !selected().has(key));
      touched = key;
    },
    toggleRange(key) {
      change(rangeTo(key), !selected().has(key));
      touched = key;
    },
    foundShare,
    toggleFound: () => change(found().map(keyOf), foundShare() !== 'all'),
    clear: () => pick(new Set<string>()),
  };
}
