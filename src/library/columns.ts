/** One column of a table: what it is called, what it holds and how it sorts; used by table, sort and search. */
export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  /** What the column holds; `null` where it is not known. */
  readonly value: (row: Row) => string | number | null;
  /** What it sorts by, where that is not what it holds; `null` where it is not known. */
  readonly order?: (row: Row) => string | number | null;
  /** Numbers stand at the end of their column, so that digits line up. */
  readonly align: 'start' | 'end';
  /** Whether the search looks into it. */
  readonly searched: boolean;
  /** Width as a CSS grid track, such as `minmax(0, 2fr)` or `6rem`. */
  readonly width: string;
  /** Whether it is shown only to those who choose it. */
  readonly isOptional?: boolean;
}
