import type { Page } from '../spotify/paging.ts';
import type { PartialList } from '../storage/list-cache.ts';

/** The pages of one load, in the order of the list. */
export interface GatheredPages<Row> {
  /** What has come, as it is handed to whoever asks for the rest. */
  all(): readonly Page<Row>[];
  version(): string | null;
  /** Starts with nothing, for a list with this version. */
  clear(version: string | null): void;
  /** Takes up the pages of an earlier visit. */
  restore(partial: PartialList<Row>): void;
  /** Takes a page in; says whether the pages of an earlier visit had to go, since the list has changed. */
  add(page: Page<Row>): boolean;
  /** Every row once. */
  rows(): readonly Row[];
  /** How many rows there will be, as far as is known: unusable and repeated entries do not count. */
  expected(rows: readonly Row[]): number;
}

/** Makes an empty gathering; two rows with one key are one. */
export function gatherPages<Row>(keyOf: (row: Row) => string | number): GatheredPages<Row> {
  let pages: Page<Row>[] = [];
  let version: string | null = null;
  /** Total as the pages of an earlier visit state it; where Spotify states another by now, they do not fit. */
  let totalThen: number | undefined;
  return {
    all: () => pages,
    version: () => version,
    clear(next) {
      pages = [];
      version = next;
      totalThen = undefined;
    },
    restore(partial) {
      pages = [...partial.pages].sort(byOffset);
      ({ version } = partial);
      totalThen = pages[0]?.total;
    },
    add(page) {
      const hasChanged = totalThen !== undefined && page.total !== totalThen;
      totalThen = hasChanged ? undefined : totalThen;
      // A new list each time: what was handed out does not change under anybody's hands.
      pages = hasChanged ? [page] : [...pages, page].sort(byOffset);
      return hasChanged;
    },
    rows() {
      const distinct = new Map<string | number, Row>();
      for (const { rows } of pages) {
        for (const row of rows) {
          const key = keyOf(row);
          if (!distinct.has(key)) distinct.set(key, row);
        }
      }
      return [...distinct.values()];
    },
    expected(rows) {
      const entries = pages.reduce((sum, page) => sum + page.entries, 0);
      const total = Math.max(0, ...pages.map((page) => page.total));
      return Math.max(total, entries) - (entries - rows.length);
    },
  };
}

function byOffset(one: Page<unknown>, other: Page<unknown>): number {
  return one.offset - other.offset;
}
