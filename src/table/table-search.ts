import { useBeforeLeave, useLocation, useNavigate } from '@solidjs/router';
import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  untrack,
} from 'solid-js';
import type { Column } from '../library/columns.ts';
import { nextSorting, type Sorting, sortRows } from '../library/sort.ts';

/** Delay from typing, or a click on a column, to the change of the address, in ms. */
const AFTER_TYPING_MS = 250;
const AFTER_CLICK_MS = 50;

/** Filters the rows that match a query. */
export type Searcher<Row> = (rows: readonly Row[], query: string) => readonly Row[];

/**
 * Search and sort of a table, stored in the query of the address, so that they can be shared and the Back button works.
 */
export interface TableSearch<Row> {
  readonly query: Accessor<string>;
  readonly search: (query: string) => void;
  /** Loads the code of the search, which most visits do not use. */
  readonly prepare: () => void;
  /** Whether the code of the search failed to load. */
  readonly hasFailed: Accessor<boolean>;
  readonly sorting: Accessor<Sorting>;
  /** Sorts by a column, or reverses its order. */
  readonly sortBy: (columnId: string) => void;
  /** Sorts by a column in its usual direction; `undefined` restores Spotify's order. */
  readonly sortAs: (columnId: string | undefined) => void;
  /** All rows, sorted. */
  readonly sorted: Accessor<readonly Row[]>;
  /** Whether the query is applied; until the search has loaded, `found` holds all rows. */
  readonly isNarrowed: Accessor<boolean>;
  /** Counts the rows that match another query; `undefined` until the search has loaded. */
  readonly countOf: (query: string) => number | undefined;
  /** The rows that match the query, sorted. */
  readonly found: Accessor<readonly Row[]>;
}

/** Makes the search and sort of one table over its rows. */
export function createTableSearch<Row>(
  rows: Accessor<readonly Row[]>,
  columns: readonly Column<Row>[],
  loadSearcher: () => Promise<Searcher<Row>>,
): TableSearch<Row> {
  const location = useLocation();
  const navigate = useNavigate();
  const path = location.pathname;
  const asked = createMemo(() => new URLSearchParams(location.search));
  const [query, setQuery] = createSignal(asked().get('q') ?? '');
  const [sorting, setSorting] = createSignal(sortingIn(asked(), columns), { equals: isSame });
  const [searcher, setSearcher] = createSignal<Searcher<Row>>();
  const [hasFailed, setFailed] = createSignal(false);
  /**
   * Query of the address as last written by this table; not read back, because the address is older than the text in
   * the box.
   */
  let written = location.search;
  let isLoading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  // Writing the address after a navigation would return to the page just left.
  useBeforeLeave(() => clearTimeout(timer));

  function prepare(): void {
    if (isLoading || searcher()) return;
    isLoading = true;
    setFailed(false);
    loadSearcher().then(
      (search) => setSearcher(() => search),
      () => {
        isLoading = false;
        setFailed(true);
      },
    );
  }

  function followSoon(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(follow, ms);
  }

  /** Writes the address; consecutive letters share one history entry. */
  function follow(): void {
    timer = undefined;
    const next = new URLSearchParams();
    const sorted = sorting();
    if (query() !== '') next.set('q', query());
    if (sorted)
      next.set('sort', `${sorted.direction === 'descending' ? '-' : ''}${sorted.columnId}`);
    const goesOn = asked().has('q') && asked().get('sort') === next.get('sort');
    const search = next.size > 0 ? `?${next}` : '';
    if (location.pathname !== path || search === location.search) return;
    written = search;
    navigate(path + search, { replace: goesOn, scroll: false, resolve: false });
  }

  /** Applies an address that this table has not written. */
  function obey(given: URLSearchParams): void {
    // Input that is not yet in the address is newer than an address that arrives meanwhile.
    if (location.pathname !== path || location.search === written || timer) return;
    written = location.search;
    setQuery(given.get('q') ?? '');
    setSorting(sortingIn(given, columns));
  }
  createEffect(() => {
    const given = asked();
    untrack(() => obey(given));
  });
  createEffect(() => query() !== '' && prepare());

  const isSortedDown = (columnId: string) =>
    columns.find(({ id }) => id === columnId)?.isSortedDown ?? false;
  const sorted = createMemo(() => sortRows(rows(), columns, sorting()));
  const asking = () => (query() === '' ? undefined : searcher());
  return {
    query,
    search(typed) {
      setQuery(typed);
      followSoon(AFTER_TYPING_MS);
    },
    prepare,
    hasFailed,
    sorting,
    sortBy(columnId) {
      setSorting((current) => nextSorting(current, columnId, isSortedDown(columnId)));
      followSoon(AFTER_CLICK_MS);
    },
    sortAs(columnId) {
      setSorting(
        columnId === undefined ? null : nextSorting(null, columnId, isSortedDown(columnId)),
      );
      followSoon(AFTER_CLICK_MS);
    },
    sorted,
    countOf: (other) => searcher()?.(rows(), other).length,
    isNarrowed: () => asking() !== undefined,
    found: createMemo(() => asking()?.(sorted(), query()) ?? sorted()),
  };
}

function sortingIn<Row>(asked: URLSearchParams, columns: readonly Column<Row>[]): Sorting {
  const [, minus, columnId] = /^(-?)(.+)$/.exec(asked.get('sort') ?? '') ?? [];
  const column = columns.find(({ id }) => id === columnId);
  return column ? { columnId: column.id, direction: minus ? 'descending' : 'ascending' } : null;
}

function isSame(one: Sorting, other: Sorting): boolean {
  return one?.columnId === other?.columnId && one?.direction === other?.direction;
}
