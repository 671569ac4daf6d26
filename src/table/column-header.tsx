import type { JSX } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Sorting } from '../library/sort.ts';

/** The head of one column, with a button that sorts by it. */
export function ColumnHeader<Row>(props: {
  readonly column: Column<Row>;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
}): JSX.Element {
  const direction = () =>
    props.sorting?.columnId === props.column.id ? props.sorting.direction : 'none';
  return (
    <th
      role="columnheader"
      scope="col"
      class={`cell-${props.column.id} align-${props.column.align}`}
      aria-label={props.column.heading}
      aria-sort={direction()}
    >
      <button type="button" onClick={() => props.onSort(props.column.id)}>
        {props.column.heading}
      </button>
    </th>
  );
}
