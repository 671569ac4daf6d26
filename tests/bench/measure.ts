import type { Browser, BrowserContext, Page } from '@playwright/test';
import { CLIENT_ID } from '../support/client-id.ts';
import type { RecordedRequest } from '../support/loopback-server.ts';
import type { PagesHost } from '../support/pages-host.ts';
import type { BenchSpotify } from './bench-spotify.ts';

/** One way from the callback to the full table. */
export interface Measurement {
  /** From the navigation to `/callback`, in ms. */
  readonly firstRowsMs: number;
  readonly allRowsMs: number;
  /** What Spotify was asked after the callback. */
  readonly requests: RequestCounts;
  /** Every file of the site that the document of the callback fetched. */
  readonly files: readonly string[];
}

/** Requests by kind. */
export interface RequestCounts {
  readonly token: number;
  readonly list: number;
  readonly others: number;
  readonly preflights: number;
}

const LIMIT_MS = 60_000;

/** Measures the app after a login that begins on its welcome page. */
export async function measureApp(
  browser: Browser,
  site: PagesHost,
  spotify: BenchSpotify,
  total: number,
) {
  return inNewContext(browser, async (context) => {
    await context.addInitScript(markRows, total);
    const page = await context.newPage();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.getByRole('textbox', { name: 'Client ID' }).fill(CLIENT_ID);
    await page.getByRole('button', { name: 'Log in with Spotify' }).click();
    await page.waitForURL('https://accounts.spotify.com/authorize?*');
    const asked = new URL(page.url()).searchParams;
    const answer = new URLSearchParams({
      code: 'code-of-the-bench',
      state: asked.get('state') ?? '',
    });
    return measureCallback(page, `${asked.get('redirect_uri')}?${answer}`, spotify, total);
  });
}

/** Measures the reference page in the same way. */
export async function measureReference(
  browser: Browser,
  site: PagesHost,
  spotify: BenchSpotify,
  total: number,
) {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    // As with the app, the browser knows the site before the callback.
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.goto('https://accounts.spotify.com/authorize?reference');
    return measureCallback(page, `${site.url}callback?code=code-of-the-bench`, spotify, total);
  });
}

/** Lists the files of the site that its welcome page fetches. */
export async function filesOfWelcome(
  browser: Browser,
  site: PagesHost,
): Promise<readonly string[]> {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    return filesOf(page);
  });
}

async function measureCallback(page: Page, callback: string, spotify: BenchSpotify, total: number) {
  spotify.reset(total);
  await page.goto(callback, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('all-rows').length > 0, undefined, {
    polling: 50,
    timeout: LIMIT_MS,
  });
  return {
    firstRowsMs: await timeOf(page, 'first-rows'),
    allRowsMs: await timeOf(page, 'all-rows'),
    requests: countRequests(spotify.requests),
    files: await filesOf(page),
  } satisfies Measurement;
}

async function inNewContext<T>(
  browser: Browser,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

function timeOf(page: Page, mark: string): Promise<number> {
  return page.evaluate(
    (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN,
    mark,
  );
}

function filesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const urls = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
    const own = urls.filter(({ origin }) => origin === location.origin);
    return [...new Set(own.map(({ pathname }) => pathname))];
  });
}

function countRequests(requests: readonly RecordedRequest[]): RequestCounts {
  const count = (pattern: RegExp) =>
    requests.filter(({ method, url }) => pattern.test(`${method} ${url}`)).length;
  const token = count(/^POST .*\/api\/token$/);
  const list = count(/^GET .*\/v1\/me\/playlists\?/);
  const preflights = count(/^OPTIONS /);
  return { token, list, preflights, others: requests.length - token - list - preflights };
}

/** Runs in the app's pages: marks when the table has its first rows and when it has all. */
function markRows(total: number): void {
  performance.setResourceTimingBufferSize(2_000);
  const check = () => {
    const table = document.querySelector('table[aria-label="Playlists"]');
    if (!table?.querySelector('tbody tr')) return;
    const rowCount = Number(table.getAttribute('aria-rowcount'));
    if (!(rowCount > 1)) return;
    if (performance.getEntriesByName('first-rows').length === 0) performance.mark('first-rows');
    if (table.getAttribute('aria-busy') !== 'false' || rowCount !== total + 1) return;
    performance.mark('all-rows');
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
