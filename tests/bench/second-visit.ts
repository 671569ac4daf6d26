import type { BrowserContext, Page } from '@playwright/test';
import type { PagesHost } from '../support/pages-host.ts';
import { goToRows, watchTable } from './marks.ts';

/** A visit shortly after the list was complete, in a new tab. */
export interface SecondVisit {
  /** From the navigation to `/playlists`, in ms. */
  readonly allRowsMs: number;
  /** Requests to Spotify until then. */
  readonly requestsBefore: number;
}

/** Name of the app's database. */
const DATABASE = 'liner-notes';

/** A list not stored by then comes from Spotify, which the measurement reveals. */
const STORED_WITHIN_MS = 10_000;

/** Waits until the complete list is stored, closes the page, and measures the next visit. */
export async function measureSecondVisit(
  context: BrowserContext,
  first: Page,
  site: PagesHost,
  total: number,
): Promise<SecondVisit> {
  await waitUntilStored(first, total);
  await first.close();
  const page = await context.newPage();
  await watchTable(page, 'Playlists', total);
  const sentAt: number[] = [];
  const devtools = await context.newCDPSession(page);
  devtools.on('Network.requestWillBeSent', ({ request, wallTime }) => {
    if (/^https:\/\/(api|accounts)\.spotify\.com\//.test(request.url)) sentAt.push(wallTime * 1000);
  });
  await devtools.send('Network.enable');
  const { allRowsMs } = await goToRows(page, `${site.url}playlists`);
  const fullAt = allRowsMs + (await page.evaluate(() => performance.timeOrigin));
  await page.close();
  return { allRowsMs, requestsBefore: sentAt.filter((at) => at <= fullAt).length };
}

async function waitUntilStored(page: Page, total: number): Promise<void> {
  const until = Date.now() + STORED_WITHIN_MS;
  while (!(await isStored(page, total))) {
    if (Date.now() > until) return console.log(`The list of ${total} playlists is not stored.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether the app has stored a list of this length, under any key. */
function isStored(page: Page, total: number): Promise<boolean> {
  return page.evaluate(
    async ({ name, length }) => {
      const done = (request: IDBRequest) =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', resolve);
          request.addEventListener('error', () => reject(request.error));
        });
      const opening = indexedDB.open(name);
      await done(opening);
      const records = opening.result.transaction(name).objectStore(name).getAll();
      await done(records);
      opening.result.close();
      return records.result.some((record: unknown) => {
        const { rows }: { readonly rows?: unknown } = Object(record);
        return Array.isArray(rows) && rows.length === length;
      });
    },
    { name: DATABASE, length: total },
  );
}
