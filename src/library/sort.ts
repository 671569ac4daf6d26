import type { Column } from './columns.ts';

/** Column and direction of a sort; `null` is Spotify's own order. */
export type Sorting = { readonly columnId: string; readonly direction: Direction } | null;

/** Ascending or descending. */
export type Direction = 'ascending' | 'descending';

/**
 * Sorts rows by one column into a new array; unknown values are last in both directions. Text is compared by the rules
 * of the person's language, with "2" before "10"; the comparison also orders ISO dates, a year before its months and
 * days.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.id === sorting?.columnId);
  if (!column || !sorting) return rows;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  // One collator for all comparisons: creating a collator costs much more than using it.
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const keyed = rows.map((row) => ({ row, value: (column.order ?? column.value)(row) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null);
    const difference =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compare(String(a.value), String(b.value));
    return sign * difference;
  });
  return keyed.map(({ row }) => row);
}

/** Gives the sorting after a click on the heading of a column; `isDown` if the first click sorts descending. */
export function nextSorting(sorting: Sorting, columnId: string, isDown = false): Sorting {
  const usual = isDown ? 'descending' : 'ascending';
  if (sorting?.columnId !== columnId) return { columnId, direction: usual };
  return {
    columnId,
    direction: sorting.direction === 'ascending' ? 'descending' : 'ascending',
  };
}
