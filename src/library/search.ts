import type { Column } from './columns.ts';
import { fold, foldedOnce } from './fold.ts';
import { addressIn, type Operators, parseQuery } from './query.ts';

/** How one kind of row is searched. */
export interface Searchable<Row> {
  /** Gives the folded text in which words are looked for. */
  readonly textOf: (row: Row) => string;
  /** The IDs and URIs by which a pasted address finds the row. */
  readonly addressesOf: (row: Row) => readonly (string | null)[];
  readonly operators: Operators<Row>;
}

/** Makes the `textOf` of a kind of row from its searched columns; it reads and folds each row once. */
export function searchedText<Row extends object>(
  columns: readonly Column<Row>[],
): (row: Row) => string {
  const searched = columns.filter((column) => column.searched);
  // A line break keeps a phrase from reaching over two columns.
  return foldedOnce((row) => searched.map((column) => column.value(row) ?? '').join('\n'));
}

/** Keeps the rows that a query asks for; a blank query gives the same array back. */
export function searchRows<Row>(
  rows: readonly Row[],
  query: string,
  { textOf, addressesOf, operators }: Searchable<Row>,
): readonly Row[] {
  const typed = query.trim();
  const address = addressIn(typed);
  if (address !== null) {
    const there = rows.filter((row) => addressesOf(row).includes(address));
    // A title may be as long as an ID is.
    if (there.length > 0) return there;
  }
  const { conditions, words } = parseQuery(fold(typed).replace(/\s+/g, ' '), operators);
  if (conditions.length === 0 && words.length === 0) return rows;
  return rows.filter(
    (row) =>
      conditions.every((isMet) => isMet(row)) && words.every((word) => textOf(row).includes(word)),
  );
}
