import { type Accessor, batch, createSignal, onCleanup } from 'solid-js';
import type { Page } from '../spotify/paging.ts';

/** A list that fills page by page and goes on where it stopped. */
export interface Collection<Row> {
  /** What has come so far, in Spotify's order, each row once. */
  readonly rows: Accessor<readonly Row[]>;
  /** How many rows are expected in all; falls as unusable entries turn up. */
  readonly expected: Accessor<number | undefined>;
  readonly phase: Accessor<'loading' | 'complete' | 'failed'>;
  readonly error: Accessor<unknown>;
  /** Loads what is missing; keeps what has come. */
  readonly load: () => Promise<void>;
}

/** Makes a collection over a source of pages; leaving the page ends its requests. */
export function createCollection<Row extends { readonly id: string }>(
  source: (known: readonly Page<Row>[], signal: AbortSignal) => AsyncIterable<Page<Row>>,
): Collection<Row> {
  const [rows, setRows] = createSignal<readonly Row[]>([]);
  const [expected, setExpected] = createSignal<number>();
  const [phase, setPhase] = createSignal<'loading' | 'complete' | 'failed'>('loading');
  const [error, setError] = createSignal<unknown>();
  const pages: Page<Row>[] = [];
  const left = new AbortController();
  onCleanup(() => left.abort());

  function show(): void {
    const distinct = new Map<string, Row>();
    let entries = 0;
    for (const page of pages) {
      entries += page.entries;
      for (const row of page.rows) if (!distinct.has(row.id)) distinct.set(row.id, row);
    }
    const total = Math.max(...pages.map((page) => page.total));
    batch(() => {
      setRows([...distinct.values()]);
      setExpected(Math.max(total, entries) - (entries - distinct.size));
    });
  }

  return {
    rows,
    expected,
    phase,
    error,
    async load() {
      setPhase('loading');
      try {
        for await (const page of source([...pages], left.signal)) {
          pages.push(page);
          pages.sort((a, b) => a.offset - b.offset);
          show();
        }
        setPhase('complete');
      } catch (thrown) {
        if (left.signal.aborted) return;
        batch(() => {
          setError(() => thrown);
          setPhase('failed');
        });
      }
    },
  };
}
