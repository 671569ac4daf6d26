import type { Column } from './columns.ts';

/** Which column a table is sorted by, and which way; `null` keeps Spotify's own order. */
export type Sorting = { readonly columnId: string; readonly direction: Direction } | null;

/** Smallest first, or largest first. */
export type Direction = 'ascending' | 'descending';

/** One for all, made when it is first needed: making one costs much more than using it. */
let collator: Intl.Collator | undefined;

/** Sorts rows by one column without changing the given array; unknown values stay last both ways. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.id === sorting?.columnId);
  if (!column || !sorting) return rows;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: (column.order ?? column.value)(row) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null);
    return sign * compare(a.value, b.value);
  });
  return keyed.map(({ row }) => row);
}

/** Gives the sorting after a click on a column's heading. */
export function nextSorting(sorting: Sorting, columnId: string): Sorting {
  const isAscending = sorting?.columnId === columnId && sorting.direction === 'ascending';
  return { columnId, direction: isAscending ? 'descending' : 'ascending' };
}

/**
 * Orders text as the person's language does, with "2" before "10"; that puts ISO dates in order as
 * well, a year before its months and days.
 */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  collator ??= new Intl.Collator(undefined, { numeric: true });
  return collator.compare(String(a), String(b));
}
