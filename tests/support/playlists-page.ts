import type { Locator, Page } from '@playwright/test';

/** One row of the playlist table, by the texts of its cells. */
export interface ShownRow {
  readonly index: number;
  readonly name: string;
  readonly href: string;
  readonly owner: string;
  readonly tracks: string;
  readonly visibility: string;
  readonly id: string;
}

/** Page object of the page of playlists. */
export interface PlaylistsPage {
  readonly table: Locator;
  readonly status: Locator;
  readonly search: Locator;
  readonly alert: Locator;
  /** The row whose playlist has exactly this name. */
  row(name: string): Locator;
  /** The link to the page of the playlist with exactly this name. */
  link(name: string): Locator;
  /** The checkbox that selects the playlist with exactly this name. */
  checkbox(name: string): Locator;
  readonly selectAll: Locator;
  heading(name: string): Locator;
  sortBy(name: string): Promise<void>;
  /** The rows in the DOM, from top to bottom. */
  shownRows(): Promise<ShownRow[]>;
  /** So many rows, by scrolling until all of them were drawn. */
  allRows(count: number): Promise<ShownRow[]>;
}

const ROW_HEIGHT = 44;
const ROWS_AT_ONCE = 60;

/** The table of playlists; `aria-rowcount` includes the header. */
export const tableOf = (page: Page): Locator => page.getByRole('table', { name: 'Playlists' });

/** Waits for the complete table of playlists, and for its extras. */
export async function tableIsFull(page: Page): Promise<void> {
  const table = tableOf(page);
  // Not by `expect`, which reads the whole table out after each look in vain.
  await table.and(page.locator('[aria-busy=false]')).waitFor();
  await page.getByRole('button', { name: 'Display', disabled: false }).waitFor();
  await table.locator('[role=separator]').first().waitFor({ state: 'attached' });
}

/** Makes the page object, which finds elements by role and name. */
export function playlistsPage(page: Page): PlaylistsPage {
  const table = tableOf(page);
  const link = (name: string) => table.getByRole('link', { name, exact: true });
  const heading = (name: string) => table.getByRole('columnheader', { name });
  // Read in one evaluation: a row found first and read later may be removed in between.
  const shownRows = () => table.evaluate(readRows);
  return {
    table,
    status: page.getByRole('status'),
    search: page.getByRole('searchbox', { name: 'Search playlists' }),
    alert: page.getByRole('alert'),
    // From the link up: a look at every row for its link takes many times as long.
    row: (name) => link(name).locator('xpath=ancestor::tr'),
    link,
    checkbox: (name) => table.getByRole('checkbox', { name: `Select ${name}`, exact: true }),
    selectAll: table.getByRole('checkbox', { name: 'Select all found' }),
    heading,
    sortBy: (name) => heading(name).getByRole('button').click(),
    shownRows,
    async allRows(count) {
      const before = page.viewportSize();
      await page.setViewportSize({ width: 1280, height: ROWS_AT_ONCE * ROW_HEIGHT });
      const found = new Map<number, ShownRow>();
      while (found.size < count) {
        for (const row of await shownRows()) found.set(row.index, row);
        await page.evaluate(scrollOn);
      }
      // A viewport this high is slow to draw.
      if (before) await page.setViewportSize(before);
      return [...found.values()].sort((a, b) => a.index - b.index);
    },
  };
}

/** Runs within the page. */
function readRows(table: Element): ShownRow[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => {
    const link = row.querySelector('a');
    const inSpotify = row.querySelector<HTMLAnchorElement>('a[target]');
    const text = (place: number) => row.children[place]?.textContent ?? '';
    return {
      index: Number(row.getAttribute('aria-rowindex')),
      name: link?.textContent ?? '',
      href: inSpotify?.href ?? '',
      owner: text(1),
      tracks: text(2),
      visibility: text(3),
      id: decodeURIComponent(link?.pathname.split('/').at(-1) ?? ''),
    };
  });
}

/** Scrolls one viewport down, or from the end to the top; runs within the page. */
async function scrollOn(): Promise<void> {
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  scrollTo({ top: isAtEnd ? 0 : scrollY + innerHeight, behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
