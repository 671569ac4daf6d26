import { createEffect, createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { SearchHint } from '../library/search-help.ts';
import type { Collection } from '../lists/collection.ts';
import { useServices } from '../services/services.tsx';
import { createWaitingUntil, useSpotify } from '../services/spotify.ts';
import { optional } from '../ui/lazy-part.tsx';
import { DataTable } from './data-table.tsx';
import { listStatus } from './list-status.ts';
import type { LibraryTableProps } from './list-table-props.ts';
import { LoadProblem } from './load-problem.tsx';
import { LoadingBar } from './loading-bar.tsx';
import { SearchBox } from './search-box.tsx';
import { createTableColumns } from './table-columns.ts';
import { createTableSearch } from './table-search.ts';
import './list-table.css';

/** A short list is there before anybody asks whose it is; a long one is kept only once that is known. In ms. */
const SETTLED_AFTER_MS = 2_000;

/** What no table needs before it is full. */
const TableActions = optional(() => import('./table-actions.tsx'));
const SlowNotice = optional(() => import('./slow-notice.tsx'));
const SearchHelp = optional(() => import('./search-help.tsx'));

/** A table of the library with all that belongs to it: search, status, progress, failures, columns. */
export function LibraryTable<Row>(props: LibraryTableProps<Row>): JSX.Element {
  const { settings, session, clock } = useServices();
  const spotify = useSpotify();
  const { pace } = spotify;
  const { collection } = props;
  const [help, setHelp] = createSignal<readonly SearchHint[]>();
  const table = createTableSearch(collection.rows, props.columns, async () => {
    const searching = await props.loadSearching();
    setHelp(searching.help);
    return searching.search;
  });
  const columns = createTableColumns(settings, props.label, props.columns);
  const waitingUntil = createWaitingUntil(pace);
  const isWhole = () => collection.savedAt() !== undefined;
  const isLoading = () => collection.phase() === 'loading';

  const left = new AbortController();
  onCleanup(() => left.abort());

  const [isLong, setLong] = createSignal(false);
  clock.sleep(SETTLED_AFTER_MS, left.signal).then(
    () => setLong(true),
    () => undefined,
  );
  /** What a table can do without at first comes after its rows are drawn. */
  const [isSettled, setSettled] = createSignal(false);
  const isDue = createMemo(() => isLong() || !isLoading());
  createEffect(() => {
    if (!isDue()) return;
    clock
      .sleep(0, left.signal)
      .then(() => {
        setSettled(true);
        return import('../lists/ensure-account.ts');
      })
      .then(({ refreshCacheForAccount }) =>
        refreshCacheForAccount(session, spotify, collection, left.signal),
      )
      // The name in the header is missing then; the list tells of every failure that matters.
      .catch(() => undefined);
  });

  const status = () =>
    table.hasFailed() && table.query() !== ''
      ? 'The search did not load. Check your network, then type again.'
      : listStatus({
          phase: collection.phase(),
          shown: collection.rows().length,
          loaded: collection.loaded(),
          expected: collection.expected(),
          isWhole: isWhole(),
          found: table.isNarrowed() ? table.found().length : undefined,
          counted: props.counted,
        });

  return (
    <>
      <div class="table-tools">
        <SearchBox
          label={props.searchLabel}
          hint={props.searchHint}
          value={table.query()}
          onInput={table.search}
          onFocus={table.prepare}
        >
          <Show when={help()}>{(hints) => <SearchHelp hints={hints()} />}</Show>
        </SearchBox>
        <p class="status" role="status">
          {status()}
          {props.remark}
        </p>
        <LoadButton collection={collection} onResume={() => pace.lift()} />
        <Show when={isSettled()}>
          <TableActions
            savedAt={collection.savedAt}
            columns={props.columns}
            choice={columns}
            source={() => props.exported(table.found, columns.shown, table.sorted)}
          />
        </Show>
      </div>
      <LoadingBar isLoading={isLoading()} done={collection.loaded()} of={collection.expected()} />
      <div class="table-part">
        <DataTable
          label={props.label}
          class={props.class}
          folds={props.folds}
          columns={columns.shown()}
          rows={table.found()}
          keyOf={props.keyOf}
          isBusy={isLoading() && !isWhole()}
          sorting={table.sorting()}
          onSort={table.sortBy}
          cell={props.cell}
          pinned={table.query() === '' ? props.pinned : undefined}
          widths={columns.widths()}
          onResize={columns.resize}
          corner={props.corner}
          copied={props.copied}
        />
        <Show when={collection.phase() === 'complete' && table.found().length === 0}>
          <p class="empty">
            {table.query() === '' ? props.emptyText : 'Nothing here has all that you search for.'}
          </p>
        </Show>
        <div class="table-notices">
          <LoadProblem collection={collection} counted={props.counted} />
          <Show when={isLoading() && waitingUntil() > 0}>
            <SlowNotice until={waitingUntil()} />
          </Show>
        </div>
      </div>
      <Show when={isSettled()}>{props.joined?.(table.found, columns.shown, table.sorted)}</Show>
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
