import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { SearchHint } from '../library/search-help.ts';
import type { Collection } from '../lists/collection.ts';
import { useServices } from '../services/services.tsx';
import { useSpotify } from '../services/spotify.ts';
import { createMedia, WIDE } from '../ui/media.ts';
import { loadExtras } from './data-table.tsx';
import { createTableColumns, type Density, type TableColumns } from './table-columns.ts';
import { createTableSearch, type Searcher, type TableSearch } from './table-search.ts';

/**
 * Maximum delay of the extras and the account request by the load of a list, in ms: a long list is cached only once its
 * account is known.
 */
const SETTLED_AFTER_MS = 2_000;

/** Delay from the last row of a list to the counts of its chips, in ms, so that input and drawing go first. */
const READY_AFTER_MS = 300;

/** The functions of a table's search, loaded on first use. */
export interface TableSearching<Row> {
  readonly search: Searcher<Row>;
  readonly help: readonly SearchHint[];
}

/** The state of one table, owned by its page: search, sort, columns, list. */
export interface TableView<Row> extends TableSearch<Row> {
  /** Accessible name, also the key of the column settings. */
  readonly label: string;
  readonly collection: Collection<Row>;
  /** All columns, left to right. */
  readonly columns: readonly Column<Row>[];
  /** The visible columns and their widths. */
  readonly choice: TableColumns<Row>;
  /** Syntax help of the search, once it has loaded. */
  readonly help: Accessor<readonly SearchHint[] | undefined>;
  /** Whether the first rows are drawn, so that extras may load. */
  readonly isSettled: Accessor<boolean>;
  /** Whether the list is whole and the browser was idle since, so that all rows may be counted. */
  readonly isReady: Accessor<boolean>;
}

/** What the controls of a table need of its state, whatever its rows are. */
export interface TableControls
  extends Pick<TableView<unknown>, 'collection' | 'sorting' | 'sortBy' | 'sortAs'> {
  readonly columns: readonly Pick<Column<never>, 'id' | 'heading' | 'shownHeading'>[];
  readonly choice: Pick<
    TableColumns<unknown>,
    'isShown' | 'isFixed' | 'toggle' | 'reset' | 'density' | 'setDensity'
  >;
}

/** Makes the state of a table over a list, and requests the account of the list beside it. */
export function createTableView<Row>(options: {
  readonly label: string;
  readonly collection: Collection<Row>;
  readonly columns: readonly Column<Row>[];
  readonly loadSearching: () => Promise<TableSearching<Row>>;
  /** Density until the person chooses one; medium by default. */
  readonly density?: Density;
}): TableView<Row> {
  const { label, collection, columns } = options;
  const { settings, session, clock, database } = useServices();
  const { connection, owner } = useSpotify();
  const [help, setHelp] = createSignal<readonly SearchHint[]>();
  const search = createTableSearch(collection.rows, columns, async () => {
    const searching = await options.loadSearching();
    setHelp(searching.help);
    return searching.search;
  });

  const left = new AbortController();
  onCleanup(() => left.abort());
  const [isLong, setLong] = createSignal(false);
  clock.sleep(SETTLED_AFTER_MS, left.signal).then(
    () => setLong(true),
    () => undefined,
  );
  const [isSettled, setSettled] = createSignal(false);
  const isDue = createMemo(() => isLong() || collection.phase() !== 'loading');
  createEffect(() => {
    if (!isDue()) return;
    clock
      .sleep(0, left.signal)
      .then(() => {
        setSettled(true);
        return loadExtras();
      })
      .then(async ({ refreshCacheForAccount, sweep }) => {
        await refreshCacheForAccount(session, connection, collection, left.signal);
        await sweep(database, owner(), clock);
      })
      // A failure leaves the header without a name; the list reports every failure that matters.
      .catch(() => undefined);
  });

  const isWhole = createMemo(() => collection.savedAt() !== undefined);
  const [isReady, setReady] = createSignal(false);
  createEffect(() => {
    if (!isSettled() || !isWhole()) return;
    search.prepare();
    clock.sleep(READY_AFTER_MS, left.signal).then(
      () => setReady(true),
      () => undefined,
    );
  });

  return {
    ...search,
    label,
    collection,
    columns,
    choice: createTableColumns(settings, {
      label,
      columns,
      usualDensity: options.density ?? 'medium',
      whole: () => (isWhole() ? collection.rows() : undefined),
      isWide: createMedia(WIDE),
    }),
    help,
    isSettled,
    isReady,
  };
}
