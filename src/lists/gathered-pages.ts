import type { Page } from '../spotify/paging.ts';
import type { PartialList } from '../storage/list-cache.ts';

/** The pages of one load, in the order of the list. */
export interface GatheredPages<Row> {
  /** The pages so far, from which the missing ones are computed. */
  all(): readonly Page<Row>[];
  version(): string | null;
  /** Starts empty, for a list of this version. */
  clear(version: string | null): void;
  /** Starts with the cached pages of an earlier visit. */
  restore(partial: PartialList<Row>): void;
  /** Adds a page; returns whether the pages of an earlier visit were dropped because the list has changed. */
  add(page: Page<Row>): boolean;
  /** The rows without duplicates. */
  rows(): readonly Row[];
  /** Expected number of rows, without the unusable and repeated entries found so far. */
  expected(rows: readonly Row[]): number;
}

/** Makes an empty set of pages; rows with equal keys are one row. */
export function gatherPages<Row>(keyOf: (row: Row) => string | number): GatheredPages<Row> {
  let pages: Page<Row>[] = [];
  let version: string | null = null;
  /** Total of the pages of an earlier visit; a different total now makes them invalid. */
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
      // A new array each time, because callers hold the old one.
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
