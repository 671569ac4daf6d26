import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  For,
  getOwner,
  type JSX,
  runWithOwner,
  Show,
} from 'solid-js';
import type { Column } from '../library/columns.ts';
import { UNKNOWN } from '../library/playlist-columns.ts';
import type { Sorting } from '../library/sort.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { createRowsInView } from './rows-in-view.ts';
import { SelectAll, SelectRow } from './select-box.tsx';
import type { Selection } from './selection.ts';
import { gridTracks } from './table-columns.ts';
import './data-table.css';

/** Window width up to which the cells of a row stack, in CSS; the style sheet uses the same value. */
export type StackingWidth = '40rem' | '60rem';

/** Loads the extras of a table, after its first rows. */
export const loadExtras = () => import('./extras.tsx');

/**
 * A table that scrolls with the page and has virtual rows. Roles are explicit because a table with `display: grid`
 * loses them in Safari.
 */
export function DataTable<Row>(props: {
  readonly label: string;
  /** Class of the table in the style sheet. */
  readonly class: string;
  readonly stackBelow: StackingWidth;
  /** The visible columns, left to right. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Unique key of a row, stable across reloads. */
  readonly keyOf: (row: Row) => string;
  readonly isBusy: boolean;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Draws one cell. */
  readonly cell: (column: Column<Row>, row: Row) => JSX.Element;
  /** Draws the cells of a pinned row above all others; `undefined` without one. */
  readonly pinned?: ((columnId: string) => JSX.Element) | undefined;
  /** Widths set by the person, in px by column id. */
  readonly widths: Readonly<Record<string, number>>;
  /** Sets a column's width in px; `undefined` restores its default. */
  readonly onResize: (columnId: string, width: number | undefined) => void;
  /** Selection of the rows; `undefined` where rows cannot be selected. */
  readonly selection: Selection<Row> | undefined;
  /** Gives the text that is copied for the focused row. */
  readonly copyText: (row: Row) => string;
}): JSX.Element {
  let table: HTMLTableElement | undefined;
  let isEquipped = false;
  let obeyKey: ((event: KeyboardEvent) => void) | undefined;
  const [said, say] = createSignal('');
  /** Index of the first row; a pinned row has -1. */
  const first = () => (props.pinned ? -1 : 0);
  const focus = createRowFocus(
    () => props.rows,
    (row) => props.keyOf(row),
    first,
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

  const ariaIndex = (place: number) => place + 2 - first();

  const owner = getOwner();
  /** Loads the keyboard and pointer handling beyond sorting, after the first rows. */
  function equip(): void {
    if (isEquipped) return;
    isEquipped = true;
    loadExtras().then(
      ({ createTableTools }) => {
        obeyKey = runWithOwner(owner, () =>
          createTableTools({
            head: table?.tHead,
            columns: () => props.columns,
            widths: () => props.widths,
            resize: (columnId, width) => props.onResize(columnId, width),
            first,
            last: () => props.rows.length - 1,
            place: focus.place,
            rowsInWindow: view.rowsInWindow,
            rowAt(place) {
              focus.setKey(keyAt(place));
              return table?.querySelector<HTMLElement>(`tr[aria-rowindex="${ariaIndex(place)}"]`);
            },
            copyText: (place) => {
              const row = props.rows[place];
              return row === undefined ? undefined : props.copyText(row);
            },
            say,
            changes: () => [props.rows, props.columns, drawn()],
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

  /**
   * One row, drawn by its index, which may change while its element stays; an error boundary limits a failure to the
   * row.
   */
  function TableRow(row: {
    readonly place: number;
    readonly key: string | undefined;
    readonly cell: (column: Column<Row>) => JSX.Element;
    /** Draws the checkbox before the first cell. */
    readonly box?: () => JSX.Element;
  }): JSX.Element {
    return (
      <tr
        role="row"
        tabindex={row.place === focus.place() ? 0 : -1}
        aria-rowindex={ariaIndex(row.place)}
        style={{ top: `calc(${Math.max(0, row.place)} * var(--row-height))` }}
        onFocusIn={() => {
          focus.setKey(row.key);
          equip();
        }}
      >
        <ErrorBoundary fallback={<td role="cell">{UNKNOWN}</td>}>
          <For each={props.columns}>
            {(column) => (
              <td role="cell" class={`cell-${column.id} align-${column.align}`}>
                {column === props.columns[0] ? row.box?.() : undefined}
                {row.cell(column)}
              </td>
            )}
          </For>
        </ErrorBoundary>
      </tr>
    );
  }

  return (
    <>
      <table
        ref={table}
        role="table"
        class={`data-table ${props.class}`}
        style={{ '--columns': gridTracks(props.columns, props.widths) }}
        aria-label={props.label}
        aria-busy={props.isBusy}
        aria-rowcount={ariaIndex(props.rows.length) - 1}
        aria-colcount={props.columns.length}
        onKeyDown={(event) => obeyKey?.(event)}
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
          </tr>
        </thead>
        <Show when={props.pinned}>
          {(pinned) => (
            <tbody role="rowgroup" class="pinned">
              <TableRow place={-1} key={undefined} cell={({ id }) => pinned()(id)} />
            </tbody>
          )}
        </Show>
        <tbody
          role="rowgroup"
          ref={view.observe}
          style={{ height: `calc(${props.rows.length} * var(--row-height))` }}
        >
          <For each={drawn()}>
            {(key, index) => {
              const place = () => view.places()[index()] ?? 0;
              const row = createMemo(() => props.rows[place()]);
              return (
                <TableRow
                  place={place()}
                  key={key}
                  cell={(column) => {
                    const shown = row();
                    return shown === undefined ? undefined : props.cell(column, shown);
                  }}
                  box={() => <SelectRow selection={props.selection} row={row()} />}
                />
              );
            }}
          </For>
        </tbody>
      </table>
      <p class="heard" aria-live="polite">
        <ChangingText text={said()} />
      </p>
    </>
  );
}

/** The header cell of one column, with a button that sorts by it. */
function ColumnHeader<Row>(props: {
  readonly column: Column<Row>;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Drawn before the heading. */
  readonly children: JSX.Element;
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
      {props.children}
      <button type="button" onClick={() => props.onSort(props.column.id)}>
        {props.column.heading}
      </button>
    </th>
  );
}

/** The one row in the tab order (roving tabindex), identified by its key. */
interface RowFocus {
  /** Index of that row; the index of the first row until another row has had the focus. */
  readonly place: Accessor<number>;
  /** Sets the key of the focused row; `undefined` for the first row. */
  readonly setKey: (key: string | undefined) => void;
}

/** Follows the focused row through sorts, searches and new rows. */
function createRowFocus<Row>(
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
