import type { JSX } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Sorting } from '../library/sort.ts';

/** A width at which rows fold, in CSS. */
export type FoldingWidth = '40rem' | '60rem';

/** What a data table shows; see `DataTable`. */
export interface DataTableProps<Row> {
  readonly label: string;
  /** Names the table in the style sheet. */
  readonly class: string;
  /** The width of the window up to which a row folds into a few lines; the style sheet folds at the same one. */
  readonly folds: FoldingWidth;
  /** The shown ones, left to right. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Tells a row from all others, also after it has been read anew. */
  readonly keyOf: (row: Row) => string;
  readonly isBusy: boolean;
  readonly sorting: Sorting;
  readonly onSort: (columnId: string) => void;
  /** Draws one cell. */
  readonly cell: (columnId: string, row: Row) => JSX.Element;
  /** Draws one cell of a row that stands above all others, where there is one. */
  readonly pinned?: ((columnId: string) => JSX.Element) | undefined;
  /** Widths that a person has set, in px by column. */
  readonly widths: Readonly<Record<string, number>>;
  /** Takes a new width; nothing gives the column its own one back. */
  readonly onResize: (columnId: string, width: number | undefined) => void;
  /** Stands before the heading of the first column. */
  readonly corner?: JSX.Element;
  /** What is copied for the row that has the focus. */
  readonly copied?: (row: Row) => string;
}
