import { createMemo, type JSX, Show } from 'solid-js';
import { UNKNOWN } from '../library/playlist-columns.ts';
import type { Collection, Phase } from '../lists/collection.ts';
import { useSpotify } from '../services/spotify.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { formatNumber } from '../words/number.ts';
import type { Action } from './action.ts';
import { DataTable, loadExtras, type StackingWidth } from './data-table.tsx';
import { LoadNotices } from './load-notices.tsx';
import { SearchBox } from './search-box.tsx';
import type { Selection } from './selection.ts';
import type { TableView } from './table-view.ts';
import './list-table.css';

const TableBar = lazyPart(async () => ({ default: (await loadExtras()).TableBar }));
const SelectionBar = lazyPart(async () => ({ default: (await loadExtras()).SelectionBar }));

/** A table of the library with its search, status, progress bar, notices, actions and column menu. */
export function ListTable<Row>(props: {
  readonly view: TableView<Row>;
  /** Its class in the style sheet. */
  readonly class: string;
  readonly stackBelow: StackingWidth;
  /** Formats a number of rows, with its noun. */
  readonly formatCount: (count: number) => string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly keyOf: (row: Row) => string;
  /** Draws cells by column id; other columns draw their text. */
  readonly cells: Readonly<Record<string, (row: Row) => JSX.Element>>;
  readonly copyText: (row: Row) => string;
  /** Draws the cells of a pinned row above all others; the row is hidden while a search is active. */
  readonly pinned?: (columnId: string) => JSX.Element;
  readonly emptyText: string;
  /** Actions on the whole table. */
  readonly actions: readonly Action[];
  /** Selection of the rows; `undefined` where rows cannot be selected. */
  readonly selection?: Selection<Row>;
  /** Actions on the selected rows. */
  readonly selectionActions?: readonly Action[];
}): JSX.Element {
  const { pace } = useSpotify();
  const { view } = props;
  const { collection, choice } = view;
  let part: HTMLDivElement | undefined;
  const isWhole = () => collection.savedAt() !== undefined;
  const isLoading = () => collection.phase() === 'loading';
  const selectedText = () => {
    const count = props.selection?.selected().size ?? 0;
    return count > 0 ? `${formatNumber(count)} selected` : undefined;
  };

  const status = () =>
    view.hasFailed() && view.query() !== ''
      ? 'The search did not load. Check your network, then type again.'
      : listStatus({
          phase: collection.phase(),
          shown: collection.rows().length,
          loaded: collection.loaded(),
          expected: collection.expected(),
          isWhole: isWhole(),
          found: view.isNarrowed() ? view.found().length : undefined,
          formatCount: props.formatCount,
        });

  function clearSelection(): void {
    props.selection?.clear();
    // The focused button was removed with the selection bar.
    part?.querySelector<HTMLElement>('th .select-box')?.focus({ preventScroll: true });
  }

  return (
    <>
      <div class="table-tools">
        <SearchBox
          label={props.searchLabel}
          hint={props.searchHint}
          value={view.query()}
          onInput={view.search}
          onFocus={view.prepare}
          help={view.help()}
        />
        <p class="status" role="status">
          <ChangingText text={[status(), selectedText()].filter(Boolean).join(', ')} />
        </p>
        <LoadButton collection={collection} onResume={() => pace.lift()} />
        <Show when={view.isSettled()}>
          <TableBar
            collection={collection}
            formatCount={props.formatCount}
            actions={props.actions}
            columns={view.columns}
            choice={choice}
          />
        </Show>
      </div>
      <LoadingBar isLoading={isLoading()} done={collection.loaded()} of={collection.expected()} />
      <div class="table-part" ref={part}>
        <DataTable
          label={view.label}
          class={props.class}
          stackBelow={props.stackBelow}
          columns={choice.shown()}
          rows={view.found()}
          keyOf={props.keyOf}
          isBusy={isLoading() && !isWhole()}
          sorting={view.sorting()}
          onSort={view.sortBy}
          cell={(column, row) => {
            const draw = props.cells[column.id];
            return draw ? (
              draw(row)
            ) : (
              <span class="clip" translate="no">
                {column.value(row) ?? UNKNOWN}
              </span>
            );
          }}
          pinned={view.query() === '' ? props.pinned : undefined}
          widths={choice.widths()}
          onResize={choice.resize}
          selection={view.isSettled() ? props.selection : undefined}
          copyText={props.copyText}
        />
        <Show when={collection.phase() === 'complete' && view.found().length === 0}>
          <p class="empty">
            <ChangingText
              text={
                view.query() === '' ? props.emptyText : 'Nothing here has all that you search for.'
              }
            />
          </p>
        </Show>
        <LoadNotices collection={collection} formatCount={props.formatCount} />
      </div>
      <Show when={selectedText()}>
        {(text) => (
          <SelectionBar
            text={text()}
            actions={props.selectionActions ?? []}
            onClear={clearSelection}
          />
        )}
      </Show>
    </>
  );
}

/** The button of a load: stop, resume, or reload. */
function LoadButton<Row>(props: {
  readonly collection: Collection<Row>;
  readonly onResume: () => void;
}): JSX.Element {
  const { collection } = props;
  const actions = {
    loading: { label: 'Cancel loading', run: () => collection.stop() },
    stopped: { label: 'Resume', run: () => resume(collection.load) },
    complete: { label: 'Refresh', run: () => resume(collection.refresh) },
    // The failure notice has its own button.
    failed: undefined,
  };
  const action = createMemo(() => actions[collection.phase()]);

  function resume(load: () => Promise<void>): void {
    props.onResume();
    void load();
  }

  return (
    <Show when={action()}>
      {(current) => (
        <button type="button" class="button quiet small" onClick={() => current().run()}>
          <ChangingText text={current().label} />
        </button>
      )}
    </Show>
  );
}

/** A thin progress bar that keeps its height while empty, so that no layout shift occurs. */
function LoadingBar(props: {
  readonly isLoading: boolean;
  readonly done: number;
  /** Maximum of the progress bar; `undefined` until the first response states it. */
  readonly of: number | undefined;
}): JSX.Element {
  return (
    <div class="loading-bar">
      <Show when={props.isLoading}>
        <Show when={props.of} fallback={<progress aria-label="Loading" />}>
          {(of) => <progress aria-label="Loading" max={of()} value={props.done} />}
        </Show>
      </Show>
    </div>
  );
}

/** Formats the state of a table as one short line. */
function listStatus(progress: {
  readonly phase: Phase;
  /** Number of visible rows. */
  readonly shown: number;
  /** Rows loaded so far, and their total. */
  readonly loaded: number;
  readonly expected: number | undefined;
  /** Whether the rows are a complete list, perhaps an outdated one. */
  readonly isWhole: boolean;
  /** Number of matching rows; `undefined` without a search. */
  readonly found: number | undefined;
  readonly formatCount: (count: number) => string;
}): string {
  const { phase, shown, loaded, expected, found, formatCount } = progress;
  if (found !== undefined) return `${formatNumber(found)} of ${formatCount(shown)}`;
  if (phase === 'complete' || progress.isWhole) return formatCount(shown);
  if (expected === undefined)
    return phase === 'loading' ? `Loading ${formatCount(2).slice(2)}` : '';
  return `${formatNumber(loaded)} of ${formatCount(expected)} loaded`;
}
