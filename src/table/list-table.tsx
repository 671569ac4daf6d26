import { createMemo, type JSX, Show } from 'solid-js';
import { UNKNOWN } from '../library/playlist-columns.ts';
import type { Collection, Phase } from '../lists/collection.ts';
import { useSpotify } from '../services/spotify.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { shownNumber } from '../words/number.ts';
import type { Action } from './action.ts';
import { DataTable, loadExtras, type StackingWidth } from './data-table.tsx';
import { LoadNotices } from './load-notices.tsx';
import { SearchBox } from './search-box.tsx';
import type { Selection } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { TableView } from './table-view.ts';
import './list-table.css';

const TableBar = lazyPart(async () => ({ default: (await loadExtras()).TableBar }));

/** A table of the library with all that belongs to it: search, status, progress, failures, actions, columns. */
export function ListTable<Row>(props: {
  readonly view: TableView<Row>;
  /** Names it in the style sheet. */
  readonly class: string;
  readonly stackBelow: StackingWidth;
  /** Puts a number of rows into words. */
  readonly formatCount: (count: number) => string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly keyOf: (row: Row) => string;
  /** Draws the cells of some columns by their ids; those of the others show what the column holds. */
  readonly cells: Readonly<Record<string, (row: Row) => JSX.Element>>;
  readonly copyText: (row: Row) => string;
  /** Cells of a row that stands first while nobody searches. */
  readonly pinned?: (columnId: string) => JSX.Element;
  readonly emptyText: string;
  /** What can be done with the table. */
  readonly actions: readonly Action[];
  /** Where rows can be selected. */
  readonly selection?: Selection<Row>;
  /** What can be done with the selected rows. */
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
    return count > 0 ? `${shownNumber(count)} selected` : undefined;
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
    // The button that had the focus is gone.
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
          {status()}
          {selectedText() === undefined ? '' : `, ${selectedText()}`}
        </p>
        <LoadButton collection={collection} onResume={() => pace.lift()} />
        <Show when={view.isSettled()}>
          <TableBar
            savedAt={collection.savedAt()}
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
            return draw ? draw(row) : <span class="clip">{column.value(row) ?? UNKNOWN}</span>;
          }}
          pinned={view.query() === '' ? props.pinned : undefined}
          widths={choice.widths()}
          onResize={choice.resize}
          selection={view.isSettled() ? props.selection : undefined}
          copyText={props.copyText}
        />
        <Show when={collection.phase() === 'complete' && view.found().length === 0}>
          <p class="empty">
            {view.query() === '' ? props.emptyText : 'Nothing here has all that you search for.'}
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

/** The one button of a load: stops it, goes on with it, or does it again. */
function LoadButton<Row>(props: {
  readonly collection: Collection<Row>;
  readonly onResume: () => void;
}): JSX.Element {
  const { collection } = props;
  const actions = {
    loading: { label: 'Cancel loading', run: () => collection.stop() },
    stopped: { label: 'Resume', run: () => resume(collection.load) },
    complete: { label: 'Refresh', run: () => resume(collection.refresh) },
    // The notice of the failure has the button.
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
          {current().label}
        </button>
      )}
    </Show>
  );
}

/** A thin bar for a list that fills; keeps its room when there is nothing to show, so nothing jumps. */
function LoadingBar(props: {
  readonly isLoading: boolean;
  readonly done: number;
  /** `undefined` until the first answer says how much there is. */
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

/** Puts the state of a table into one short line. */
function listStatus(progress: {
  readonly phase: Phase;
  /** How many rows there are to see. */
  readonly shown: number;
  /** How many of a load under way have come, and of how many. */
  readonly loaded: number;
  readonly expected: number | undefined;
  /** Whether what is shown is a complete list, perhaps an older one. */
  readonly isWhole: boolean;
  /** How many the search has found; `undefined` while nobody searches. */
  readonly found: number | undefined;
  readonly formatCount: (count: number) => string;
}): string {
  const { phase, shown, loaded, expected, found, formatCount } = progress;
  if (found !== undefined) return `${shownNumber(found)} of ${formatCount(shown)}`;
  if (phase === 'complete' || progress.isWhole) return formatCount(shown);
  if (expected === undefined)
    return phase === 'loading' ? `Loading ${formatCount(2).slice(2)}` : '';
  return `${shownNumber(loaded)} of ${formatCount(expected)} loaded`;
}
