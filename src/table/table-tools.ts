import type { JSX } from 'solid-js';
import { insert } from 'solid-js/web';
import { createColumnHandles, type ResizableColumns } from './column-resize.ts';
import { createRowKeys, type KeyedRows } from './row-keys.ts';

/** A table that is to be used beyond looking at it and sorting it. */
export interface EquippedTable extends KeyedRows, Omit<ResizableColumns, 'head'> {
  readonly head: HTMLElement | null | undefined;
  readonly corner: () => JSX.Element;
}

/** Gives a table its keyboard, the handles of its columns and what stands in its corner. */
export function createTableTools(table: EquippedTable): (event: KeyboardEvent) => void {
  const { head } = table;
  if (head) createColumnHandles({ ...table, head });
  const first = head?.querySelector('th');
  if (first) insert(first, table.corner, first.firstChild);
  return createRowKeys(table);
}
