/** One column of a table: heading, value and order; used by table, sort, search and export. */
export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  /** What the table shows as the heading, if it differs from the accessible name `heading`. */
  readonly shownHeading?: string;
  /** Gives the value of a row; `null` if unknown. */
  readonly value: (row: Row) => string | number | null;
  /** Gives the value to sort by, if it differs from `value`; `null` if unknown. */
  readonly order?: (row: Row) => string | number | null;
  /** Numbers are aligned at the end, so that their digits line up. */
  readonly align: 'start' | 'end';
  /** Whether the search covers the column. */
  readonly searched: boolean;
  /** Width as a CSS grid track, such as `minmax(0, 2fr)` or `6rem`. */
  readonly width: string;
  /** Whether the column is hidden by default. */
  readonly isOptional?: boolean;
  /** Whether the column cannot be hidden; the first column cannot where no column says so. */
  readonly isFixed?: boolean;
  /** Whether the column is hidden while all its values are equal, unless the person has switched it on. */
  readonly isMinor?: boolean;
  /** Whether the column is hidden in windows without a side column, unless the person has switched it on. */
  readonly isForWide?: boolean;
  /** Whether the first click on the heading sorts descending, as for numbers and dates. */
  readonly isSortedDown?: boolean;
}
