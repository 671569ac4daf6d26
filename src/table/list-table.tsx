import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { UNKNOWN } from '../library/playlist-columns.ts';
import { type Command, isAvailable, useCommands } from '../ui/command.tsx';
import { Button } from '../ui/controls/button.tsx';
import { createCopy } from '../ui/controls/copy.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { formatNumber } from '../words/number.ts';
import type { Action } from './action.ts';
import { DataTable, loadExtras, type StackingWidth, type TableHandle } from './data-table.tsx';
import { createLoadControl } from './load-control.ts';
import { LoadNotices } from './load-notices.tsx';
import type { TableChip } from './table-chips.tsx';
import { TableHead, type TableHeadProps } from './table-head.tsx';
import { Toolbar } from './toolbar.tsx';
import './list-table.css';

const BulkBar = lazyPart(async () => ({ default: (await loadExtras()).BulkBar }));
const RowMenu = lazyPart(async () => ({ default: (await loadExtras()).RowMenu }));
const TableProblem = lazyPart(async () => ({ default: (await loadExtras()).TableProblem }));

/** A table of the library with its title line, toolbar, notices, menus and the bar of its selection. */
export function ListTable<Row>(
  props: TableHeadProps<Row> & {
    /** Its class in the style sheet. */
    readonly class: string;
    readonly stackBelow: StackingWidth;
    /** Whether the page draws `TableHead` itself. */
    readonly hasOwnHead?: boolean;
    readonly searchLabel: string;
    readonly searchHint: string;
    /** The most used searches, at most four. */
    readonly chips?: readonly TableChip[];
    readonly keyOf: (row: Row) => string;
    /** Draws cells by column id; other columns draw their text. */
    readonly cells: Readonly<Record<string, (row: Row) => JSX.Element>>;
    /** Name of a row, in the name of its menu button. */
    readonly rowLabel: (row: Row) => string;
    /** The menu of a row, to which the table adds "Select". */
    readonly rowCommands: (row: Row) => readonly Action[];
    /** Draws the buttons and links at the end of a row, before that of its menu. */
    readonly rowTools?: (row: Row) => JSX.Element;
    readonly copyText: (row: Row) => string;
    /** What is copied, such as "ID", in the list of shortcuts. */
    readonly copyLabel?: string;
    /** Said where the list has no rows. */
    readonly emptyText: string;
    /** Says that the search, quoted as typed, finds nothing. */
    readonly nothingFoundText: (query: string) => string;
    /** Draws the way to search elsewhere for what is not found here. */
    readonly elsewhere?: (query: string) => JSX.Element;
    /** Actions on the selected rows. */
    readonly selectionActions?: readonly Action[];
    /** A notice above the heads, which is there before the rows. */
    readonly children?: JSX.Element;
    /** Formats totals of the selected rows, such as "204 songs · 14 h 10 min". */
    readonly summary?: (rows: readonly Row[]) => string | undefined;
  },
): JSX.Element {
  const { view } = props;
  const { collection, choice } = view;
  const [menu, setMenu] = createSignal<{ readonly row: Row; readonly anchor: Element | DOMRect }>();
  let part: HTMLDivElement | undefined;
  let rows: TableHandle<Row> | undefined;
  const isWhole = () => collection.savedAt() !== undefined;
  const isLoading = () => collection.phase() === 'loading';
  const loadControl = createLoadControl(collection);

  useCommands().register(() => [
    {
      id: 'refresh',
      label: 'Refresh',
      group: 'This table',
      icon: 'refresh-cw',
      keys: 'r',
      run: loadControl,
      isAvailable: () => collection.phase() === 'complete',
    },
    {
      id: 'copy',
      label: `Copy ${copyLabel()}`,
      group: 'This table',
      icon: 'copy',
      keys: 'c',
      run: () => withFocusedRow(copyRow),
    },
    {
      id: 'select',
      label: 'Select the row, with Shift all up to it',
      group: 'This table',
      icon: 'square-check',
      keys: 'x',
      run: () => withFocusedRow((row) => props.selection?.toggle(props.keyOf(row))),
      isAvailable: () => props.selection !== undefined,
    },
    ...allActions().map((action): Command => ({ group: 'This table', ...action })),
    ...selectionCommands(),
  ]);

  const allActions = () => [...props.actions, ...(props.moreActions ?? [])];

  /** The actions on the selected rows, without the keys that belong to the whole table. */
  const selectionCommands = () =>
    (props.selection?.selected().size ?? 0) === 0
      ? []
      : (props.selectionActions ?? []).map(
          ({ keys: _, ...action }): Command => ({
            ...action,
            id: `selected ${action.id}`,
            group: 'Selected rows',
          }),
        );

  function withFocusedRow(run: (row: Row) => void): void {
    const row = rows?.focusedRow();
    if (row !== undefined) run(row);
  }

  const copyLabel = () => props.copyLabel ?? 'ID';
  const copy = createCopy();
  const copyRow = (row: Row) =>
    copy(props.copyText(row), `${copyLabel()} of ${props.rowLabel(row)}`);

  const selectedRows = createMemo(() => {
    const keys = props.selection?.selected();
    return keys && keys.size > 0 ? view.sorted().filter((row) => keys.has(props.keyOf(row))) : [];
  });

  function commandsOf(row: Row): readonly Action[] {
    const { selection } = props;
    if (!selection) return props.rowCommands(row);
    const isSelected = selection.selected().has(props.keyOf(row));
    const select: Action = {
      id: 'select-row',
      label: isSelected ? 'Deselect' : 'Select',
      icon: 'square-check',
      keys: 'x',
      run: () => selection.toggle(props.keyOf(row)),
    };
    return [...props.rowCommands(row), select];
  }

  return (
    <>
      <Show when={!props.hasOwnHead}>
        <TableHead {...props} />
      </Show>
      <Toolbar
        view={view}
        searchLabel={props.searchLabel}
        searchHint={props.searchHint}
        chips={props.chips ?? []}
        actions={allActions()}
        onEnterRows={(isToOpen) => rows?.enter(isToOpen)}
      />
      <div class="table-part" ref={part}>
        {props.children}
        <LoadingBar
          isLoading={isLoading()}
          done={collection.loaded()}
          of={collection.expected()}
          stackBelow={props.stackBelow}
        />
        <DataTable
          label={view.label}
          class={props.class}
          stackBelow={props.stackBelow}
          density={choice.density()}
          columns={choice.shown()}
          rows={view.found()}
          keyOf={props.keyOf}
          isBusy={isLoading() && !isWhole()}
          sorting={view.sorting()}
          onSort={view.sortBy}
          cell={(column, row) => {
            const draw = props.cells[column.id];
            if (draw) return draw(row);
            const text = String(column.value(row) ?? UNKNOWN);
            return (
              <span class="clip" translate="no" title={text}>
                {text}
              </span>
            );
          }}
          widths={choice.widths()}
          onResize={choice.resize}
          isSelectable={props.selection !== undefined}
          selection={view.isSettled() ? props.selection : undefined}
          onCopy={copyRow}
          rowLabel={props.rowLabel}
          rowTools={props.rowTools}
          onMenu={(row, anchor) => setMenu({ row, anchor })}
          onLongPress={props.selection && ((row) => props.selection?.toggle(props.keyOf(row)))}
          ref={(handle) => (rows = handle)}
        />
        <Show when={collection.phase() === 'complete' && view.found().length === 0}>
          <Show when={view.query().trim()} fallback={<EmptyState text={props.emptyText} />}>
            {(query) => (
              <EmptyState text={props.nothingFoundText(query())}>
                <Button label="Clear search" onClick={() => view.search('')} />
                {props.elsewhere?.(query())}
              </EmptyState>
            )}
          </Show>
        </Show>
        <div class="table-notices">
          <LoadNotices collection={collection} formatCount={props.formatCount} />
          <Show when={view.isSettled()}>
            <TableProblem
              collection={collection}
              formatCount={props.formatCount}
              actions={allActions()}
            />
          </Show>
        </div>
      </div>
      <Show when={props.selection && selectedRows().length > 0 && props.selection}>
        {(selection) => (
          <BulkBar
            selection={selection()}
            text={`${formatNumber(selectedRows().length)} selected`}
            summary={props.summary?.(selectedRows())}
            actions={props.selectionActions ?? []}
            // The focused button was removed with the bar.
            onClear={() =>
              part?.querySelector<HTMLElement>('th .select-box')?.focus({ preventScroll: true })
            }
          />
        )}
      </Show>
      <Show when={menu()} keyed>
        {(opened) => (
          <RowMenu
            anchor={opened.anchor}
            commands={commandsOf(opened.row).filter(isAvailable)}
            onClose={() => setMenu((current) => (current === opened ? undefined : current))}
          />
        )}
      </Show>
    </>
  );
}

/** A thin progress bar that keeps its height while empty, so that no layout shift occurs. */
function LoadingBar(props: {
  readonly isLoading: boolean;
  readonly done: number;
  /** Maximum of the progress bar; `undefined` until the first response states it. */
  readonly of: number | undefined;
  readonly stackBelow: StackingWidth;
}): JSX.Element {
  return (
    <div class="loading-bar" classList={{ 'loading-bar-early': props.stackBelow === '44.99rem' }}>
      <Show when={props.isLoading}>
        <Show when={props.of} fallback={<progress aria-label="Loading" />}>
          {(of) => <progress aria-label="Loading" max={of()} value={props.done} />}
        </Show>
      </Show>
    </div>
  );
}
