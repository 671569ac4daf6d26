import { batch, createSignal, onCleanup } from 'solid-js';
import { anySignal } from '../clock.ts';
import type { Page } from '../spotify/paging.ts';
import type { Kept, Snapshot } from '../storage/list-cache.ts';
import type { Collection, CollectionOptions, Phase } from './collection-types.ts';
import { gatherPages } from './gathered-pages.ts';

/** A list younger than this is shown without asking again, in ms. */
const FRESH_MS = 300_000;

/** Rows are shown at most this often while pages come in, in ms; less often where showing takes long. */
const SHOW_EVERY_MS = 50;

/** What has come of an unfinished load is kept this long after, in ms, and so at most this often. */
const KEEP_EVERY_MS = 1_000;

/** Makes a collection over a source of pages; leaving the page ends its requests. */
export function createCollection<Row>(options: CollectionOptions<Row>): Collection<Row> {
  const { clock, shelf } = options;
  const [rows, setRows] = createSignal<readonly Row[]>([]);
  const [loaded, setLoaded] = createSignal(0);
  const [expected, setExpected] = createSignal<number>();
  const [phase, setPhase] = createSignal<Phase>('loading');
  const [error, setError] = createSignal<unknown>();
  const [savedAt, setSavedAt] = createSignal<number>();
  const gathered = gatherPages(options.keyOf);
  let snapshot: Snapshot<Row> | undefined;
  let isShowDue = false;
  let showEvery = SHOW_EVERY_MS;
  let isKeepDue = false;
  const left = new AbortController();
  let run = new AbortController();
  onCleanup(() => {
    if (phase() === 'loading') keepPart();
    left.abort();
  });

  function adopt(kept: Snapshot<Row>): void {
    snapshot = kept;
    batch(() => {
      setRows(kept.rows);
      setSavedAt(kept.savedAt);
    });
  }

  function show(): readonly Row[] {
    const began = clock.now();
    const distinct = gathered.rows();
    batch(() => {
      if (!snapshot) setRows(distinct);
      setLoaded(distinct.length);
      setExpected(gathered.expected(distinct));
    });
    showEvery = Math.max(SHOW_EVERY_MS, 4 * (clock.now() - began));
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

  function keepPart(): void {
    isKeepDue = false;
    if (gathered.all().length > 0) shelf.keepPart({ pages: gathered.all(), mark: gathered.mark() });
  }

  function keepSoon(): void {
    if (isKeepDue) return;
    isKeepDue = true;
    clock.sleep(KEEP_EVERY_MS, left.signal).then(keepPart, () => undefined);
  }

  function take(page: Page<Row>): boolean {
    const hasChanged = gathered.add(page);
    if (gathered.all().length === 1) show();
    else showSoon();
    keepSoon();
    return hasChanged;
  }

  /** Whether what is kept is still the list; else what it takes to know that is not lost. */
  async function isUnchanged(signal: AbortSignal): Promise<boolean> {
    if (!options.check) return false;
    const { mark, pages = [] } = await options.check(signal);
    if (mark !== null && snapshot?.mark === mark) return true;
    if (mark !== gathered.mark()) gathered.clear(mark);
    const known = new Set(gathered.all().map(({ offset }) => offset));
    for (const page of pages) if (!known.has(page.offset)) take(page);
    return false;
  }

  async function readPages(signal: AbortSignal): Promise<void> {
    for await (const page of options.pages(gathered.all(), signal)) {
      // The requests of the old list end here; the new one is asked for from the start.
      if (take(page)) return readPages(signal);
    }
  }

  async function load(): Promise<void> {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    setPhase('loading');
    try {
      const either = anySignal([left.signal, signal]);
      const mark = (await isUnchanged(either)) ? (snapshot?.mark ?? null) : null;
      if (mark === null) {
        await readPages(either);
        snapshot = undefined;
      }
      complete(mark);
    } catch (thrown) {
      if (left.signal.aborted || signal.aborted) return;
      if (gathered.all().length > 0) show();
      keepPart();
      batch(() => {
        setError(() => thrown);
        setPhase('failed');
      });
    }
  }

  /** Takes what is there for the whole list: the one that was kept, if it has not changed. */
  function complete(unchanged: string | null): void {
    batch(() => {
      const mark = unchanged ?? gathered.mark();
      const whole = { rows: snapshot?.rows ?? show(), savedAt: clock.now(), mark };
      gathered.clear(null);
      adopt(whole);
      shelf.keep(whole);
      setPhase('complete');
    });
  }

  async function kept(): Promise<Kept<Row>> {
    return shelf.peek() ?? (await shelf.read().catch((): Kept<Row> => ({})));
  }

  return {
    rows,
    loaded,
    expected,
    phase,
    error,
    savedAt,
    async open() {
      // No waiting where it is in memory: the page comes back with its rows, and its scroll position.
      const known = shelf.peek() ?? (await kept());
      if (left.signal.aborted) return;
      if (known.part) gathered.restore(known.part);
      if (known.snapshot) adopt(known.snapshot);
      if (known.part) show();
      const isFresh = clock.now() < (known.snapshot?.savedAt ?? 0) + FRESH_MS;
      if (isFresh && !known.part) setPhase('complete');
      else await load();
    },
    async openKept() {
      const { snapshot: last } = await kept();
      // What came before anybody knew whose it is has waited for this.
      if (snapshot) return shelf.keep(snapshot);
      keepPart();
      if (last && phase() !== 'complete' && !left.signal.aborted) adopt(last);
    },
    load,
    async refresh() {
      gathered.clear(null);
      await load();
    },
    stop() {
      run.abort();
      if (gathered.all().length > 0) show();
      keepPart();
      setPhase('stopped');
    },
  };
}
