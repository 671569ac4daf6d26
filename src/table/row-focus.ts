import { type Accessor, createMemo, createSignal } from 'solid-js';

/** The one row that Tab comes to, known by its key wherever it goes. */
export interface RowFocus {
  /** Place of that row among all: the first one's, until another has had the focus. */
  readonly place: Accessor<number>;
  /** Takes the key of the row that has the focus; nothing for the first one. */
  readonly setKey: (key: string | undefined) => void;
}

/** Follows the row that has the focus through sorting, searching and new rows. */
export function createRowFocus<Row>(
  rows: Accessor<readonly Row[]>,
  keyOf: (row: Row) => string,
  first: Accessor<number>,
): RowFocus {
  const [key, setKey] = createSignal<string>();
  const place = createMemo(() => {
    const wanted = key();
    const found = wanted === undefined ? -1 : rows().findIndex((row) => keyOf(row) === wanted);
    return found < 0 ? first() : found;
  });
  return { place, setKey };
}
