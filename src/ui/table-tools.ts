import { createColumnHandles, type ResizableColumns } from './column-resize.ts';
import { createRowKeys, type KeyedRows } from './row-keys.ts';

/** A table that is to be used beyond looking at it and sorting it. */
export interface EquippedTable extends KeyedRows, Omit<ResizableColumns, 'head'> {
  readonly head: HTMLElement | null | undefined;
}

/** Gives a table its keyboard and the handles of its columns. */
export function createTableTools(table: EquippedTable): (event: KeyboardEvent) => void {
  const { head } = table;
  if (head) createColumnHandles({ ...table, head });
  return createRowKeys(table);
}
