import type { Accessor, JSX } from 'solid-js';
import type { ExportSource } from '../features/export/dialog/source.ts';
import type { Column } from '../library/columns.ts';
import type { SearchHint } from '../library/search-help.ts';
import type { Collection } from '../lists/collection.ts';
import type { FoldingWidth } from './data-table-props.ts';
import type { Searcher } from './table-search.ts';

/** What the search of a table brings along when it is first used. */
export interface TableSearching<Row> {
  readonly search: Searcher<Row>;
  readonly help: readonly SearchHint[];
}

/** What a table of the library shows, and how. */
export interface LibraryTableProps<Row> {
  /** Names the table, for people and for their settings. */
  readonly label: string;
  /** Names it in the style sheet. */
  readonly class: string;
  /** See `DataTableProps`. */
  readonly folds: FoldingWidth;
  readonly columns: readonly Column<Row>[];
  readonly collection: Collection<Row>;
  /** Puts a number of rows into words. */
  readonly counted: (count: number) => string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly loadSearching: () => Promise<TableSearching<Row>>;
  readonly keyOf: (row: Row) => string;
  readonly cell: (columnId: string, row: Row) => JSX.Element;
  readonly copied: (row: Row) => string;
  /** Cells of a row that stands first while nobody searches. */
  readonly pinned?: (columnId: string) => JSX.Element;
  readonly emptyText: string;
  /** What joins the table once it is full, given the rows and columns that are shown, and all rows in the same order. */
  readonly joined?: (
    found: Accessor<readonly Row[]>,
    columns: Accessor<readonly Column<Row>[]>,
    sorted: Accessor<readonly Row[]>,
  ) => JSX.Element;
  /** Ends the status line. */
  readonly remark?: string | undefined;
  /** Stands before the heading of the first column. */
  readonly corner?: JSX.Element;
  /** Gives what an export of this table works on, from the rows and columns that are shown, and all rows in the same order. */
  readonly exported: (
    shown: Accessor<readonly Row[]>,
    columns: Accessor<readonly Column<Row>[]>,
    sorted: Accessor<readonly Row[]>,
  ) => ExportSource;
}
