import {
  createEffect,
  createMemo,
  createSignal,
  For,
  getOwner,
  type JSX,
  runWithOwner,
  Show,
} from 'solid-js';
import { ColumnHeader } from './column-header.tsx';
import { gridTracks } from './column-width.ts';
import type { DataTableProps } from './data-table-props.ts';
import { createRowFocus } from './row-focus.ts';
import { createRowsInView } from './rows-in-view.ts';
import './data-table.css';

/**
 * Shows rows as a table that scrolls with the page and draws only the rows in view. The roles are
 * written out because a table laid out as a grid loses them in Safari.
 */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
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
    props.folds,
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
    import('./table-tools.ts').then(
      ({ createTableTools }) => {
        obeyKey = runWithOwner(owner, () =>
          createTableTools({
            head: table?.tHead,
            corner: () => props.corner,
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
            copied: (place) => {
              const row = props.rows[place];
              return row === undefined ? undefined : props.copied?.(row);
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
    readonly cell: (columnId: string) => JSX.Element;
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
              {row.cell(column.id)}
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
                <ColumnHeader column={column} sorting={props.sorting} onSort={props.onSort} />
              )}
            </For>
          </tr>
        </thead>
        <Show when={props.pinned}>
          {(pinned) => (
            <tbody role="rowgroup" class="pinned">
              <TableRow place={-1} key={undefined} cell={(columnId) => pinned()(columnId)} />
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
                  cell={(columnId) => {
                    const shown = row();
                    return shown === undefined ? undefined : props.cell(columnId, shown);
                  }}
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
