import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js';

/** Share of the matching rows that is selected. */
export type Share = 'none' | 'some' | 'all';

/** The selected rows of a table, by their keys. */
export interface Selection<Row> {
  readonly keyOf: (row: Row) => string;
  /** Name of a row in the accessible name of its checkbox. */
  readonly nameOf: (row: Row) => string;
  /** Keys stay selected through searches and sorts, until their rows are gone. */
  readonly selected: Accessor<ReadonlySet<string>>;
  /** Toggles one row. */
  readonly toggle: (key: string) => void;
  /** Sets every row between the last toggled row and this row to the new state of this row. */
  readonly toggleRange: (key: string) => void;
  readonly foundShare: Accessor<Share>;
  /** Selects all matching rows, or deselects them if all are selected; other rows are unchanged. */
  readonly toggleFound: () => void;
  readonly clear: () => void;
  /** Selects these keys alone, for undoing `clear`. */
  readonly restore: (keys: ReadonlySet<string>) => void;
}

/** Makes the selection of a table from all its rows and the matching ones. */
export function createSelection<Row>(
  rows: Accessor<readonly Row[]>,
  found: Accessor<readonly Row[]>,
  { keyOf, nameOf }: Pick<Selection<Row>, 'keyOf' | 'nameOf'>,
): Selection<Row> {
  const [picked, pick] = createSignal<ReadonlySet<string>>(new Set());
  let touched: string | undefined;

  const hasPicked = createMemo(() => picked().size > 0);
  // Computed only with a selection, so that arriving rows cost nothing without one.
  const present = createMemo(() => new Set(hasPicked() ? rows().map(keyOf) : []));
  const selected = createMemo(() => {
    const keys = picked();
    const left = new Set([...keys].filter((key) => present().has(key)));
    return left.size === keys.size ? keys : left;
  });
  // Deselect removed rows, so that a row that returns is not selected.
  createEffect(() => {
    const left = selected();
    if (left !== untrack(picked)) pick(left);
  });

  function change(keys: readonly string[], isWanted: boolean): void {
    const after = new Set(selected());
    for (const key of keys) isWanted ? after.add(key) : after.delete(key);
    pick(after);
  }

  /**
   * The keys from the last toggled row to this row; this key alone if the last toggled row does not match the search.
   */
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
    // Computed only with a selection, so that typing in the search costs nothing without one.
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
    restore: pick,
  };
}
