import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  For,
  getOwner,
  type JSX,
  runWithOwner,
  Show,
} from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Sorting } from '../library/sort.ts';
import { createRowsInView } from './rows-in-view.ts';
import type { Selection } from './selection.ts';
import { SelectAll, SelectRow } from './selection-bar.tsx';
import { gridTracks } from './table-columns.ts';
import './data-table.css';

/** A width of the window up to which the cells of a row stack, in CSS; the style sheet stacks at the same one. */
export type StackingWidth = '40rem' | '60rem';

/** Loads what a table can do without until its first rows are drawn. */
export const loadExtras = () => import('./extras.tsx');

/**
 * Shows rows as a table that scrolls with the page and draws only the rows in view. The roles are
 * written out because a table laid out as a grid loses them in Safari.
 */
export function DataTable<Row>(props: {
  readonly label: string;
  /** Names the table in the style sheet. */
  readonly class: string;
  readonly stackBelow: StackingWidth;
  /** The shown ones, left to right. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Tells a row from all others, also after it has been read anew. */
  readonly keyOf: (row: Row) => string;
  readonly isBusy: boolean;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Draws one cell. */
  readonly cell: (column: Column<Row>, row: Row) => JSX.Element;
  /** Draws one cell of a row that stands above all others, where there is one. */
  readonly pinned?: ((columnId: string) => JSX.Element) | undefined;
  /** Widths that a person has set, in px by column. */
  readonly widths: Readonly<Record<string, number>>;
  /** Takes a new width; nothing gives the column its own one back. */
  readonly onResize: (columnId: string, width: number | undefined) => void;
  /** Where rows can be selected. */
  readonly selection: Selection<Row> | undefined;
  /** What is copied for the row that has the focus. */
  readonly copyText: (row: Row) => string;
}): JSX.Element {
  let table: HTMLTableElement | undefined;
  let isEquipped = false;
  let obeyKey: ((event: KeyboardEvent) => void) | undefined;
  const [said, say] = createSignal('');
  /** Place of the first row; the pinned one stands before the first of all others. */
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
  /** Loads what the keyboard and the pointer need beyond sorting; rows come first. */
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

  /** One row; at its place among all, which changes under it. */
  function TableRow(row: {
    readonly place: number;
    readonly key: string | undefined;
    readonly cell: (column: Column<Row>) => JSX.Element;
    /** Draws what selects the row, before its first cell. */
    readonly box?: () => JSX.Element;
  }): JSX.Element {
    return (
      <tr
        role="row"
        tabindex={row.place === focus.place() ? 0 : -1}
        aria-rowindex={ariaIndex(row.place)}
        style={{ top: `${Math.max(0, row.place) * view.rowHeight()}px` }}
        onFocusIn={() => {
          focus.setKey(row.key);
          equip();
        }}
      >
        <For each={props.columns}>
          {(column) => (
            <td role="cell" class={`cell-${column.id} align-${column.align}`}>
              {column === props.columns[0] ? row.box?.() : undefined}
              {row.cell(column)}
            </td>
          )}
        </For>
      </tr>
    );
  }

  return (
    <>
      <table
        ref={table}
        role="table"
        class={`data-table ${props.class}`}
        style={{
          '--row-height': `${view.rowHeight()}px`,
          '--columns': gridTracks(props.columns, props.widths),
        }}
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
          style={{ height: `${props.rows.length * view.rowHeight()}px` }}
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
        {said()}
      </p>
    </>
  );
}

/** The head of one column, with a button that sorts by it. */
function ColumnHeader<Row>(props: {
  readonly column: Column<Row>;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Stands before the heading. */
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

/** The one row that Tab comes to, known by its key wherever it goes. */
interface RowFocus {
  /** Place of that row among all: the first one's, until another has had the focus. */
  readonly place: Accessor<number>;
  /** Takes the key of the row that has the focus; nothing for the first one. */
  readonly setKey: (key: string | undefined) => void;
}

/** Follows the row that has the focus through sorting, searching and new rows. */
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
