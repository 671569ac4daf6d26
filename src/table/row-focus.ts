import { type Accessor, createMemo, createSignal } from 'solid-js';

/** The one row in the tab order (roving tabindex), identified by its key. */
export interface RowFocus {
  /** Index of that row; 0 until another row has had the focus. */
  readonly place: Accessor<number>;
  /** Sets the key of the focused row; `undefined` for the first row. */
  readonly setKey: (key: string | undefined) => void;
}

/** Follows the focused row through sorts, searches and new rows. */
export function createRowFocus<Row>(
  rows: Accessor<readonly Row[]>,
  keyOf: (row: Row) => string,
): RowFocus {
  const [key, setKey] = createSignal<string>();
  const place = createMemo(() => {
    const wanted = key();
    const found = wanted === undefined ? -1 : rows().findIndex((row) => keyOf(row) === wanted);
    return Math.max(0, found);
  });
  return { place, setKey };
}
