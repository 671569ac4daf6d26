import { type Accessor, createComputed, createMemo, createSignal, on } from 'solid-js';

/** How many of the rows that a search has found are selected. */
export type Share = 'none' | 'some' | 'all';

/** The rows that a person has picked out of a table, by their keys. */
export interface Selection {
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
  keyOf: (row: Row) => string,
): Selection {
  const [selected, select] = createSignal<ReadonlySet<string>>(new Set());
  let touched: string | undefined;

  createComputed(
    on(rows, (present) => {
      if (selected().size === 0) return;
      const keys = new Set(present.map(keyOf));
      select((before) => new Set([...before].filter((key) => keys.has(key))));
    }),
  );

  function change(keys: readonly string[], isWanted: boolean): void {
    select((before) => {
      const after = new Set(before);
      for (const key of keys) isWanted ? after.add(key) : after.delete(key);
      return after;
    });
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
    clear: () => select(new Set<string>()),
  };
}
