import type { Page } from '@playwright/test';

/** Timeout of a complete table, in ms. */
const LIMIT_MS = 180_000;

/** Times of the rows, in ms from the navigation. */
export interface RowTimes {
  readonly firstRowsMs: number;
  readonly allRowsMs: number;
}

/** Sets performance marks in every document of a page when its table has its first rows and when it has all. */
export function watchTable(page: Page, label: string, total: number): Promise<unknown> {
  return page.addInitScript(markRows, { label, total });
}

/**
 * Navigates, waits for the complete table and gives the times of the rows. Until then the measurement evaluates
 * nothing in the page, which would delay it: the page itself reports that the table is complete.
 */
export async function goToRows(page: Page, url: string): Promise<RowTimes> {
  const full = page.waitForEvent('console', {
    predicate: (message) => message.text() === 'all-rows',
    timeout: LIMIT_MS,
  });
  await Promise.all([full, page.goto(url, { waitUntil: 'commit' })]);
  return page.evaluate(() => {
    const timeOf = (mark: string) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN;
    return { firstRowsMs: timeOf('first-rows'), allRowsMs: timeOf('all-rows') };
  });
}

/** Lists the files of the site requested by the document, up to a time where one is given. */
export function filesOf(page: Page, untilMs?: number): Promise<string[]> {
  return page.evaluate((until) => {
    const entries = performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => until === undefined || startTime <= until);
    const urls = entries.map(({ name }) => new URL(name));
    const own = urls.filter(({ origin }) => origin === location.origin);
    return [...new Set(own.map(({ pathname }) => pathname))];
  }, untilMs);
}

/**
 * Runs in the app's pages, and reads only the accessibility attributes. Older builds count one pinned row more, in a
 * `tbody` of its own above the others.
 */
function markRows({ label, total }: { label: string; total: number }): void {
  performance.setResourceTimingBufferSize(5_000);
  const check = () => {
    const table = document.querySelector<HTMLTableElement>(`table[aria-label="${label}"]`);
    if (!table?.querySelector('tbody:last-of-type tr')) return;
    const count = Number(table.getAttribute('aria-rowcount')) - 1;
    if (!(count > 0)) return;
    if (performance.getEntriesByName('first-rows').length === 0) performance.mark('first-rows');
    if (table.getAttribute('aria-busy') !== 'false' || count < total) return;
    performance.mark('all-rows');
    console.debug('all-rows');
    observer.disconnect();
  };
  const observer = new MutationObserver(check);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-busy', 'aria-rowcount'],
  });
}
