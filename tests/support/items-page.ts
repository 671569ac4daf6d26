import type { Locator, Page } from '@playwright/test';

/** Page object of a page with a table of songs. */
export interface ItemsPage {
  readonly table: Locator;
  readonly status: Locator;
  readonly search: Locator;
  readonly alert: Locator;
  /** The row at this index of Spotify's order, without a sort or search. */
  rowAt(position: number): Locator;
  /** The cell of that row in a column, by the column's id. */
  cellAt(position: number, columnId: string): Locator;
  /** The titles in view, from top to bottom. */
  titles(): Promise<string[]>;
}

/** Makes the page object, which finds elements by role and name. */
export function itemsPage(page: Page, name: 'Tracks' | 'Liked songs'): ItemsPage {
  const table = page.getByRole('table', { name });
  // By its index: a role for every element of a long table takes long to find out.
  const rowAt = (position: number) => table.locator(`tr[aria-rowindex="${position + 1}"]`);
  return {
    table,
    status: page.getByRole('main').getByRole('status'),
    search: page.getByRole('searchbox'),
    alert: page.getByRole('alert'),
    rowAt,
    cellAt: (position, columnId) => rowAt(position).locator(`td.cell-${columnId}`),
    titles: () =>
      table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.querySelector('.name')?.textContent ?? '')),
  };
}
