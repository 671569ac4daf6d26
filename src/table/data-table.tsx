import { createEffect, createMemo, For, getOwner, type JSX, runWithOwner } from 'solid-js';
import type { Sorting } from '../library/sort.ts';
import { ColumnHeader } from './column-header.tsx';
import { createRowFocus } from './row-focus.ts';
import { createRowKeys } from './row-keys.ts';
import { createRowsInView } from './rows-in-view.ts';
import { SelectAll } from './select-box.tsx';
import { type Density, gridTracks } from './table-columns.ts';
import { type RowSource, TableRow } from './table-row.tsx';
import './data-table.css';

/** Window width up to which the cells of a row stack, in CSS; the style sheet uses the same value. */
export type StackingWidth = '35rem' | '44.99rem';

/** Loads the extras of a table, after its first rows. */
export const loadExtras = () => import('./extras.tsx');

/** What a table does for the controls around it. */
export interface TableHandle<Row> {
  /** Focuses the first row, or opens it. */
  readonly enter: (isToOpen: boolean) => void;
  /** The row that has or had the focus, else the first one. */
  readonly focusedRow: () => Row | undefined;
}

/** The properties of `DataTable`. */
interface DataTableProps<Row> extends RowSource<Row> {
  readonly label: string;
  /** Class of the table in the style sheet. */
  readonly class: string;
  readonly stackBelow: StackingWidth;
  readonly density: Density;
  /** Unique key of a row, stable across reloads. */
  readonly keyOf: (row: Row) => string;
  readonly isBusy: boolean;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Widths set by the person, in px by column id. */
  readonly widths: Readonly<Record<string, number>>;
  /** Sets a column's width in px; `undefined` restores its default. */
  readonly onResize: (columnId: string, width: number | undefined) => void;
  /** Whether rows can be selected, so that their checkboxes have a place before they are drawn. */
  readonly isSelectable: boolean;
  readonly onCopy: (row: Row) => void;
  readonly ref: (handle: TableHandle<Row>) => void;
}

/**
 * A table that scrolls with the page and has virtual rows. Roles are explicit because a table with `display: grid`
 * loses them in Safari.
 */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  let table: HTMLTableElement | undefined;
  let isEquipped = false;
  const focus = createRowFocus(
    () => props.rows,
    (row) => props.keyOf(row),
  );
  const view = createRowsInView(
    () => props.rows.length,
    focus.place,
    () => props.isBusy,
    props.stackBelow,
  );
  const drawn = createMemo(() => view.places().map((place) => keyAt(place) ?? ''));

  function keyAt(place: number): string | undefined {
    const row = props.rows[place];
    return row === undefined ? undefined : props.keyOf(row);
  }

  /** Draws the row at an index, also outside the viewport, and returns its element. */
  function rowAt(place: number): HTMLElement | null | undefined {
    focus.setKey(keyAt(place));
    return table?.querySelector<HTMLElement>(`tr[aria-rowindex="${place + 2}"]`);
  }

  props.ref({
    enter(isToOpen) {
      if (props.rows.length === 0) return;
      const row = rowAt(0);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
      if (isToOpen) row?.querySelector('a')?.click();
    },
    focusedRow: () => props.rows[focus.place()],
  });

  // At once, because a key that is pressed before its code has loaded would be lost.
  const obeyKey = createRowKeys({
    last: () => props.rows.length - 1,
    place: focus.place,
    rowsInWindow: view.rowsInWindow,
    rowAt,
    copy: (place) => {
      const row = props.rows[place];
      if (row !== undefined) props.onCopy(row);
    },
    changes: () => [props.rows, props.columns, drawn()],
  });

  const owner = getOwner();
  /** Loads the resize handles of the columns, after the first rows. */
  function equip(): void {
    if (isEquipped) return;
    isEquipped = true;
    loadExtras().then(
      ({ createColumnHandles }) => {
        const head = table?.tHead;
        if (!head) return;
        runWithOwner(owner, () =>
          createColumnHandles({
            head,
            columns: () => props.columns,
            widths: () => props.widths,
            resize: (columnId, width) => props.onResize(columnId, width),
          }),
        );
      },
      () => {
        isEquipped = false;
      },
    );
  }
  createEffect(() => {
    if (!props.isBusy) setTimeout(equip);
  });

  return (
    <table
      ref={table}
      role="table"
      // One string: a change of `class` would drop what `classList` has set.
      class={`data-table density-${props.density} ${props.class} ${props.isSelectable ? 'data-table-selectable' : ''}`}
      style={{ '--columns': gridTracks(props.columns, props.widths) }}
      aria-label={props.label}
      aria-busy={props.isBusy}
      aria-rowcount={props.rows.length + 1}
      aria-colcount={props.columns.length + 1}
      // Not delegated to the document, where the keys of commands would come first.
      on:keydown={obeyKey}
    >
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          <For each={props.columns}>
            {(column) => (
              <ColumnHeader column={column} sorting={props.sorting} onSort={props.onSort}>
                {column === props.columns[0] ? (
                  <SelectAll selection={props.selection} />
                ) : undefined}
              </ColumnHeader>
            )}
          </For>
          <td class="cell-tools" role="presentation" />
        </tr>
      </thead>
      <tbody
        role="rowgroup"
        ref={view.observe}
        style={{ height: `calc(${props.rows.length} * var(--row-height))` }}
      >
        <For each={drawn()}>
          {(key, index) => {
            const place = () => view.places()[index()] ?? 0;
            return (
              <TableRow
                table={props}
                place={place()}
                isTabStop={place() === focus.place()}
                onFocus={() => focus.setKey(key)}
              />
            );
          }}
        </For>
      </tbody>
    </table>
  );
}
