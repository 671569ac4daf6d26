import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { anySignal, type Clock } from '../clock.ts';
import type { CachedList, ListCache, Snapshot } from '../storage/list-cache.ts';
import { gatherPages, type PageSource, readMissing } from './gathered-pages.ts';

/** Phase of a load; `stopped` after a click on Stop. */
export type Phase = 'loading' | 'complete' | 'failed' | 'stopped';

/** A list that loads page by page, resumes after a stop, and is cached. */
export interface Collection<Row> {
  /** The rows so far, in Spotify's order and without duplicates; or the cached list while a new one loads. */
  readonly rows: Accessor<readonly Row[]>;
  /** Number of rows of the current load. */
  readonly loaded: Accessor<number>;
  /** Expected number of rows; falls with each unusable entry. */
  readonly expected: Accessor<number | undefined>;
  readonly phase: Accessor<Phase>;
  readonly error: Accessor<unknown>;
  /** Completion time of the list on screen, in ms since the epoch; `undefined` until then. */
  readonly savedAt: Accessor<number | undefined>;
  /** Whether the list changed during each attempt to load it, so that rows may be missing or duplicate. */
  readonly isUnsteady: Accessor<boolean>;
  /** Displays the cached rows, and loads missing or stale ones. */
  readonly open: () => Promise<void>;
  /** Displays the cached rows once the account is known; a load in progress continues. */
  readonly openCached: () => Promise<void>;
  /** Resumes a stopped load with its rows. */
  readonly load: () => Promise<void>;
  /** Reloads all pages; the rows on screen stay until the new list is complete. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

/** The source of a collection and its cache. */
interface CollectionOptions<Row> extends PageSource<Row> {
  readonly clock: Clock;
  /** Rows with equal keys are one row. */
  readonly keyOf: (row: Row) => string | number;
  readonly cache: ListCache<Row>;
}

/** Maximum age of a cached list that is displayed without a request, in ms. */
const FRESH_MS = 300_000;

/**
 * Minimum interval between two updates of the rows while pages arrive, in ms; grows if an update is slow. The first page
 * fills the window, so that these updates change little but counts, and each costs a layout.
 */
const SHOW_EVERY_MS = 250;

/** Maximum interval between them, in ms: the clock may be set while an update is drawn. */
const SHOW_AT_LEAST_MS = 1_000;

/** Delay and minimum interval of writing the pages of an unfinished load to the cache, in ms. */
const KEEP_EVERY_MS = 1_000;

/** The state of a collection on screen. */
interface State<Row> {
  readonly rows: readonly Row[];
  readonly loaded: number;
  readonly expected: number | undefined;
  readonly phase: Phase;
  readonly error: unknown;
  readonly savedAt: number | undefined;
  readonly isUnsteady: boolean;
}

/** Makes a collection over a source of pages; disposing its owner aborts its requests. */
export function createCollection<Row>(options: CollectionOptions<Row>): Collection<Row> {
  const { clock, cache } = options;
  const [state, setState] = createSignal<State<Row>>({
    rows: [],
    loaded: 0,
    expected: undefined,
    phase: 'loading',
    error: undefined,
    savedAt: undefined,
    isUnsteady: false,
  });
  /** Changes several members in one update, so that readers never get a mixture of two states. */
  const change = (next: Partial<State<Row>>) => void setState((last) => ({ ...last, ...next }));
  const phase = () => state().phase;
  const gathered = gatherPages(options.keyOf);
  let snapshot: Snapshot<Row> | undefined;
  let isShowDue = false;
  let showEvery = SHOW_EVERY_MS;
  let isKeepDue = false;
  /** Whether the load fetches all pages, regardless of the version. */
  let isForced = false;
  /** Whether the complete list has no flaw. */
  let isSound = true;
  const left = new AbortController();
  let run = new AbortController();
  onCleanup(() => {
    if (phase() === 'loading') writePartial();
    left.abort();
  });

  function adopt(cached: Snapshot<Row>): void {
    snapshot = cached;
    change({ rows: cached.rows, savedAt: cached.savedAt });
  }

  function show(): readonly Row[] {
    const began = clock.now();
    const distinct = gathered.rows();
    change({
      ...(snapshot ? {} : { rows: distinct }),
      loaded: distinct.length,
      expected: gathered.expected(distinct),
    });
    showEvery = Math.min(SHOW_AT_LEAST_MS, Math.max(SHOW_EVERY_MS, 4 * (clock.now() - began)));
    return distinct;
  }

  function showSoon(): void {
    if (isShowDue) return;
    isShowDue = true;
    const due = () => {
      isShowDue = false;
      if (phase() === 'loading' && gathered.all().length > 0) show();
    };
    clock.sleep(showEvery, left.signal).then(due, () => undefined);
  }

  function writePartial(): void {
    isKeepDue = false;
    if (gathered.all().length > 0)
      cache.writePartial({ pages: gathered.all(), version: gathered.version() });
  }

  function keepSoon(): void {
    if (isKeepDue) return;
    isKeepDue = true;
    clock.sleep(KEEP_EVERY_MS, left.signal).then(writePartial, () => undefined);
  }

  function take(): void {
    if (gathered.all().length === 1) show();
    else showSoon();
    keepSoon();
  }

  /** Tells whether the cached list is current; if not, adds the pages of the same response. */
  async function isUnchanged(signal: AbortSignal): Promise<boolean> {
    if (!options.check) return false;
    const { version, total, pages = [] } = await options.check(signal);
    const isCurrent = version !== null && snapshot?.version === version && !isForced;
    // Spotify may update the total before the version.
    if (isCurrent && (total ?? snapshot?.rows.length) === snapshot?.rows.length) return true;
    if (version !== gathered.version()) gathered.restart(version);
    const known = new Set(gathered.all().map(({ offset }) => offset));
    for (const page of pages) {
      if (known.has(page.offset)) continue;
      gathered.add(page);
      take();
    }
    return false;
  }

  async function load(): Promise<void> {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    change({ phase: 'loading', isUnsteady: false });
    try {
      const either = anySignal([left.signal, signal]);
      const isSame = await isUnchanged(either);
      const isUnsteady = !isSame && (await readMissing(gathered, options, take, either));
      complete(isSame ? snapshot : undefined, isUnsteady);
    } catch (thrown) {
      if (left.signal.aborted || signal.aborted) return;
      if (gathered.all().length > 0) show();
      writePartial();
      change({ error: thrown, phase: 'failed' });
    }
  }

  /** Completes the load with the loaded list, or with the cached one if that is unchanged. */
  function complete(unchanged: Snapshot<Row> | undefined, isUnsteady: boolean): void {
    const rows = unchanged?.rows ?? gathered.rows();
    const expected = unchanged ? rows.length : gathered.expected(rows);
    const version = unchanged ? unchanged.version : gathered.version();
    const whole = { rows, savedAt: clock.now(), version };
    isForced = false;
    gathered.restart(null);
    snapshot = whole;
    isSound = !isUnsteady && rows.length >= expected;
    change({
      rows,
      savedAt: whole.savedAt,
      phase: 'complete',
      loaded: rows.length,
      expected,
      isUnsteady,
    });
    // The cache does not store flaws, so a flawed list is not cached, and neither are the pages of a complete
    // load.
    if (isSound) cache.write(whole);
    else cache.writePartial({ pages: [], version: null });
  }

  async function cached(): Promise<CachedList<Row>> {
    return cache.peek() ?? (await cache.read().catch((): CachedList<Row> => ({})));
  }

  return {
    rows: createMemo(() => state().rows),
    loaded: createMemo(() => state().loaded),
    expected: createMemo(() => state().expected),
    phase: createMemo(phase),
    error: createMemo(() => state().error),
    savedAt: createMemo(() => state().savedAt),
    isUnsteady: createMemo(() => state().isUnsteady),
    async open() {
      // Synchronous if the list is in memory, so that the page is restored with its rows and scroll position.
      const known = cache.peek() ?? (await cached());
      if (left.signal.aborted) return;
      if (known.partial) gathered.restore(known.partial);
      if (known.snapshot) adopt(known.snapshot);
      if (known.partial) show();
      const isFresh = clock.now() < (known.snapshot?.savedAt ?? 0) + FRESH_MS;
      if (isFresh && !known.partial) change({ phase: 'complete' });
      else await load();
    },
    async openCached() {
      const { snapshot: last } = await cached();
      // Rows that were loaded before the account was known can be cached now.
      if (snapshot && isSound) return cache.write(snapshot);
      writePartial();
      if (last && phase() !== 'complete' && !left.signal.aborted) adopt(last);
    },
    load,
    async refresh() {
      gathered.restart(null);
      isForced = true;
      await load();
    },
    stop() {
      run.abort();
      if (gathered.all().length > 0) show();
      writePartial();
      change({ phase: 'stopped' });
    },
  };
}
