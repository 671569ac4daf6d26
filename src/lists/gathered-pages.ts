import type { Page, Pages } from '../spotify/paging.ts';
import type { PartialList } from '../storage/list-cache.ts';

/** Maximum number of restarts for a list that changes while it loads. */
const MOST_RESTARTS = 2;

/** The pages of one load, in the order of the list. */
export interface GatheredPages<Row> {
  /** The pages so far; the missing ones are computed from them. */
  all(): readonly Page<Row>[];
  version(): string | null;
  /** Replaces all pages by these pages of a list of this version. */
  restart(version: string | null, pages?: readonly Page<Row>[]): void;
  /** Replaces all pages by the cached pages of an earlier visit. */
  restore(partial: PartialList<Row>): void;
  /**
   * Adds a page; returns whether its `total` differs from that of earlier pages, so that the list has
   * changed.
   */
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
  return {
    all: () => pages,
    version: () => version,
    restart(next, known = []) {
      pages = [...known];
      version = next;
    },
    restore(partial) {
      pages = [...partial.pages].sort(byOffset);
      ({ version } = partial);
    },
    add(page) {
      const hasChanged = pages.some(({ total }) => total !== page.total);
      // A new array each time, because callers hold the previous one.
      pages = [...pages, page].sort(byOffset);
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

/** The current version of a list at Spotify, with other data of the same response. */
export interface Check<Row> {
  readonly version: string | null;
  /** Length of the list; `undefined` where the version implies it or it is unknown. */
  readonly total?: number | null;
  readonly pages?: readonly Page<Row>[];
}

/** The source of the pages of a list. */
export interface PageSource<Row> {
  readonly pages: Pages<Row>;
  /** Fetches the current version of the list. */
  readonly check?: ((signal: AbortSignal) => Promise<Check<Row>>) | undefined;
}

/**
 * Loads the missing pages of a list, and checks its version after the last of several. Pages of two versions
 * do not form one list: where totals or versions differ, the load restarts, twice at most. Returns whether
 * the list changed each time.
 */
export async function readMissing<Row>(
  gathered: GatheredPages<Row>,
  { pages, check }: PageSource<Row>,
  onPage: () => void,
  signal: AbortSignal,
): Promise<boolean> {
  /** Loads all missing pages; returns the page of another version, with which the load restarts. */
  async function readAll(isLast: boolean): Promise<Page<Row> | undefined> {
    let other: Page<Row> | undefined;
    for await (const page of pages(gathered.all(), signal)) {
      if (gathered.add(page)) other = page;
      // Aborts the requests for the previous version.
      if (other && !isLast) break;
      onPage();
    }
    return other;
  }

  for (let restarts = 0; ; restarts += 1) {
    const isLast = restarts === MOST_RESTARTS;
    const other = await readAll(isLast);
    if (!other && gathered.all().length < 2) return false;
    const version = gathered.version();
    const now = (await check?.(signal)) ?? { version };
    if (!other && now.version === version) return false;
    if (isLast) return true;
    gathered.restart(now.version, [...(now.pages ?? []), ...(other ? [other] : [])]);
    onPage();
  }
}

function byOffset(one: Page<unknown>, other: Page<unknown>): number {
  return one.offset - other.offset;
}
