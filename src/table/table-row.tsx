import { createMemo, ErrorBoundary, For, type JSX } from 'solid-js';
import type { Column } from '../library/columns.ts';
import { UNKNOWN } from '../library/playlist-columns.ts';
import { Icon } from '../ui/icon.tsx';
import { SelectRow } from './select-box.tsx';
import type { Selection } from './selection.ts';

/** What the rows of a table are drawn from. */
export interface RowSource<Row> {
  /** The visible columns, left to right. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Draws one cell. */
  readonly cell: (column: Column<Row>, row: Row) => JSX.Element;
  /** Selection of the rows, once its checkboxes are to be drawn. */
  readonly selection: Selection<Row> | undefined;
  /** Name of a row, in the name of its menu button. */
  readonly rowLabel: (row: Row) => string;
  /** Draws the buttons and links at the end of a row, before that of its menu. */
  readonly rowTools: ((row: Row) => JSX.Element) | undefined;
  /** Opens the menu of a row at an element or at a place in the viewport. */
  readonly onMenu: (row: Row, anchor: Element | DOMRect) => void;
  /** Called on a long press on a touch screen; without it, that opens the menu. */
  readonly onLongPress: ((row: Row) => void) | undefined;
}

/** One row, drawn by its index, which may change while its element stays. */
export function TableRow<Row>(props: {
  readonly table: RowSource<Row>;
  readonly place: number;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}): JSX.Element {
  const { table } = props;
  const row = createMemo(() => table.rows[props.place]);
  const label = () => {
    const shown = row();
    return shown === undefined ? '' : table.rowLabel(shown);
  };
  const isSelected = () => {
    const { selection } = table;
    const shown = row();
    return selection !== undefined && shown !== undefined
      ? selection.selected().has(selection.keyOf(shown))
      : false;
  };
  const whenShown = (draw: (shown: Row) => JSX.Element) => {
    const shown = row();
    return shown === undefined ? undefined : draw(shown);
  };
  return (
    <tr
      role="row"
      class={isSelected() ? 'row-selected' : undefined}
      tabindex={props.isTabStop ? 0 : -1}
      aria-rowindex={props.place + 2}
      style={{ top: `calc(${props.place} * var(--row-height))` }}
      onFocusIn={() => props.onFocus()}
      onContextMenu={(event) => {
        // With Shift the browser's own menu opens.
        if (!event.shiftKey) whenShown((shown) => void openMenu(table, event, shown));
      }}
    >
      <ErrorBoundary fallback={<td role="cell">{UNKNOWN}</td>}>
        <For each={table.columns}>
          {(column) => (
            <td role="cell" class={`cell-${column.id} align-${column.align}`}>
              {column === table.columns[0] ? (
                <SelectRow selection={table.selection} row={row()} />
              ) : undefined}
              {whenShown((shown) => table.cell(column, shown))}
            </td>
          )}
        </For>
        <td role="cell" class="cell-tools">
          {whenShown((shown) => table.rowTools?.(shown))}
          <button
            type="button"
            class="row-tool row-more"
            aria-label={`More about ${label()}`}
            title="More"
            onClick={(event) => whenShown((shown) => void table.onMenu(shown, event.currentTarget))}
          >
            <Icon name="ellipsis" />
          </button>
        </td>
      </ErrorBoundary>
    </tr>
  );
}

/** Opens the menu of a row at the mouse or, asked for by keyboard, at its button; a long press selects. */
function openMenu<Row>(
  table: RowSource<Row>,
  event: MouseEvent & { readonly currentTarget: Element },
  row: Row,
): void {
  event.preventDefault();
  if (table.onLongPress && isByTouch(event)) {
    table.onLongPress(row);
    return;
  }
  const button = event.currentTarget.querySelector('.row-more');
  const isByPointer = event.type === 'contextmenu' && event.button === 2;
  const anchor = isByPointer ? new DOMRect(event.clientX, event.clientY) : button;
  if (anchor) table.onMenu(row, anchor);
}

/** Whether an event comes from a touch screen; only some browsers say so of `contextmenu`. */
function isByTouch(event: MouseEvent): boolean {
  return 'pointerType' in event && event.pointerType === 'touch';
}
