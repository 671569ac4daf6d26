import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { SearchHint } from '../library/search-help.ts';
import type { Collection } from '../lists/collection.ts';
import { refreshCacheForAccount } from '../lists/ensure-account.ts';
import { useServices } from '../services/services.tsx';
import { useSpotify } from '../services/spotify.ts';
import { createTableColumns, type TableColumns } from './table-columns.ts';
import { createTableSearch, type Searcher, type TableSearch } from './table-search.ts';

/** A short list is there before anybody asks whose it is; a long one is stored only once that is known. In ms. */
const SETTLED_AFTER_MS = 2_000;

/** What the search of a table brings along when it is first used. */
export interface TableSearching<Row> {
  readonly search: Searcher<Row>;
  readonly help: readonly SearchHint[];
}

/** The state of one table, which its page owns: what is searched, sorted, shown, and of which list. */
export interface TableView<Row> extends TableSearch<Row> {
  /** Names the table, for people and for their settings. */
  readonly label: string;
  readonly collection: Collection<Row>;
  /** All of them, left to right. */
  readonly columns: readonly Column<Row>[];
  /** Which of them a person sees, and how wide. */
  readonly choice: TableColumns<Row>;
  /** Explains what may be typed, once the search has loaded. */
  readonly help: Accessor<readonly SearchHint[] | undefined>;
  /** Whether the first rows are drawn, so that what a table can do without at first may come. */
  readonly isSettled: Accessor<boolean>;
}

/** Makes the state of a table over a list, and asks beside it whose list it is. */
export function createTableView<Row>(options: {
  readonly label: string;
  readonly collection: Collection<Row>;
  readonly columns: readonly Column<Row>[];
  readonly loadSearching: () => Promise<TableSearching<Row>>;
}): TableView<Row> {
  const { label, collection, columns } = options;
  const { settings, session, clock } = useServices();
  const spotify = useSpotify();
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
        return refreshCacheForAccount(session, spotify, collection, left.signal);
      })
      // The name in the header is missing then; the list tells of every failure that matters.
      .catch(() => undefined);
  });

  return {
    ...search,
    label,
    collection,
    columns,
    choice: createTableColumns(settings, label, columns),
    help,
    isSettled,
  };
}
