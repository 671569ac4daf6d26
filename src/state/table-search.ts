import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Column } from '../library/columns.ts';
import { searchRows } from '../library/search.ts';
import { nextSorting, type Sorting, sortRows } from '../library/sort.ts';

/** What a person has asked a table to show. */
export interface TableSearch<Row> {
  readonly query: Accessor<string>;
  readonly search: (query: string) => void;
  readonly sorting: Accessor<Sorting>;
  /** Sorts by a column, or turns its order round. */
  readonly sortBy: (columnId: string) => void;
  /** The rows to show, in order. */
  readonly found: Accessor<readonly Row[]>;
}

/** Makes the search and sort of one table over its rows. */
export function createTableSearch<Row>(
  rows: Accessor<readonly Row[]>,
  columns: readonly Column<Row>[],
): TableSearch<Row> {
  const [query, search] = createSignal('');
  const [sorting, setSorting] = createSignal<Sorting>(null);
  const sorted = createMemo(() => sortRows(rows(), columns, sorting()));
  const found = createMemo(() => searchRows(sorted(), columns, query()));
  return {
    query,
    search,
    sorting,
    sortBy: (columnId) => setSorting((current) => nextSorting(current, columnId)),
    found,
  };
}
