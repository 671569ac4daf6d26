import { createMemo, For, type JSX } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Sorting } from '../library/sort.ts';
import { createRowsInView } from './rows-in-view.ts';
import './data-table.css';

/** What a data table shows; see {@link DataTable}. */
export interface DataTableProps<Row> {
  readonly label: string;
  /** Names the table's grid of columns in the style sheet. */
  readonly class: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly isBusy: boolean;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Draws one cell. */
  readonly cell: (columnId: string, row: Row) => JSX.Element;
}

/**
 * Shows rows as a table that scrolls with the page and draws only the rows in view. The roles are
 * written out because a table laid out as a grid loses them in Safari.
 */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const view = createRowsInView(() => props.rows);
  return (
    <table
      role="table"
      class={`data-table ${props.class}`}
      style={{ '--row-height': `${view.rowHeight()}px` }}
      aria-label={props.label}
      aria-busy={props.isBusy}
      aria-rowcount={props.rows.length + 1}
      aria-colcount={props.columns.length}
    >
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          <For each={props.columns}>
            {(column) => (
              <ColumnHeader column={column} sorting={props.sorting} onSort={props.onSort} />
            )}
          </For>
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        ref={view.observe}
        style={{ height: `${props.rows.length * view.rowHeight()}px` }}
      >
        <For each={view.rows()}>
          {(row, indexInView) => {
            const index = createMemo(() => view.first() + indexInView());
            return (
              <tr
                role="row"
                aria-rowindex={index() + 2}
                style={{ top: `${index() * view.rowHeight()}px` }}
              >
                <For each={props.columns}>
                  {(column) => (
                    <td role="cell" class={`cell-${column.id} align-${column.align}`}>
                      {props.cell(column.id, row)}
                    </td>
                  )}
                </For>
              </tr>
            );
          }}
        </For>
      </tbody>
    </table>
  );
}

function ColumnHeader<Row>(props: {
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
      aria-sort={direction()}
    >
      <button type="button" onClick={() => props.onSort(props.column.id)}>
        {props.column.heading}
      </button>
    </th>
  );
}
