import type { JSX } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Sorting } from '../library/sort.ts';
import { Icon } from '../ui/icon.tsx';

/** The header cell of one column, with a button that sorts by it. */
export function ColumnHeader<Row>(props: {
  readonly column: Column<Row>;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Drawn before the heading. */
  readonly children: JSX.Element;
}): JSX.Element {
  const direction = () =>
    props.sorting?.columnId === props.column.id ? props.sorting.direction : 'none';
  /** The direction of the sort or, without one, that of the first click. */
  const isDown = () =>
    direction() === 'none' ? props.column.isSortedDown === true : direction() === 'descending';
  const text = () => props.column.shownHeading ?? props.column.heading;
  return (
    <th
      role="columnheader"
      scope="col"
      class={`cell-${props.column.id} align-${props.column.align}`}
      aria-label={props.column.heading}
      aria-sort={direction()}
    >
      {props.children}
      <button type="button" title={text()} onClick={() => props.onSort(props.column.id)}>
        <span class="clip">{text()}</span>
        <Icon name={isDown() ? 'chevron-down' : 'chevron-up'} />
      </button>
    </th>
  );
}
