import type { Column } from './columns.ts';

const MARKS = /\p{M}/gu;

/** Makes text comparable: without case and without diacritics, so that "alska" finds "Älska". */
function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** Keeps the rows in which every word of the query stands in some searched column. */
export function searchRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  query: string,
): readonly Row[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const searched = columns.filter((column) => column.searched);
  return rows.filter((row) => {
    const text = searched.map((column) => fold(String(column.value(row) ?? ''))).join('\n');
    return words.every((word) => text.includes(word));
  });
}
