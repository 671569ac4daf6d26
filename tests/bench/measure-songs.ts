import type { BrowserContext, Page } from '@playwright/test';
import type { RecordedRequest } from '../support/loopback-server.ts';
import type { PagesHost } from '../support/pages-host.ts';
import { isItems } from './bench-items.ts';
import type { BenchLibrary, BenchSpotify } from './bench-spotify.ts';
import type { ExportSize } from './export-page.ts';
import { beginLogin, inNewContext } from './log-in.ts';
import { goToRows, watchTable } from './marks.ts';
import { EXPORT_ANSWER_MS } from './measure-export.ts';
import { clearSearch, rowCount, waitForRowCount } from './measure-use.ts';
import { askAlone } from './reference-export.ts';
import { type ScriptCost, traceAction } from './script-time.ts';
import type { Stage } from './stage.ts';
import { weigh } from './weight.ts';

const PAGE_SIZE = 50;
const RUNS = 3;

/** Longest wait for all songs, in ms. */
const LIMIT_MS = 600_000;

/** Typed letter by letter; each matches many songs. */
const WORDS = ['tender', 'kettle'];

/** Lists of the page "Tidy up", opened in turn. */
const TIDY_LISTS = ['Look-alikes', 'In a playlist, not liked', 'Same recording'];

/** The index of all songs of a library in which no song is in two playlists. */
export interface SongsMeasurement extends ExportSize {
  /** The lowest possible number of requests for items. */
  readonly pages: number;
  /** From the key press that starts the reading to the whole table, in ms. */
  readonly appMs: readonly number[];
  /** The same requests, with their answers discarded. */
  readonly referenceMs: readonly number[];
  readonly requests: SongRequests;
  /** Heap with the whole table above that before the reading, both after a collection, in bytes. */
  readonly heapBytes: number;
  /** One cost for each letter. */
  readonly keystrokes: readonly ScriptCost[];
  /** The page "Tidy up", from its link to its last list. */
  readonly tidy: ScriptCost;
  /** From the navigation to `/songs` in a new tab to the whole table, in ms. */
  readonly fromCacheMs: readonly number[];
  readonly fromCache: SongRequests;
}

/** Requests to Spotify, without preflights. */
export interface SongRequests {
  readonly items: number;
  readonly liked: number;
  readonly others: number;
}

/** Measures the index: its requests, heap and search once, its time beside the reference, and its cache. */
export async function measureSongs(stage: Stage, size: ExportSize): Promise<SongsMeasurement> {
  const { browser, reference, spotify } = stage;
  const library = { ...size, areDistinct: true, liked: 0, answerMs: EXPORT_ANSWER_MS };
  const used = await inNewContext(browser, async (context) => {
    const page = await openSongs(context, stage.app, spotify, library);
    const idle = await weigh(page);
    await readAll(page);
    const requests = spotify.requests.filter(({ method }) => method !== 'OPTIONS');
    const full = await weigh(page);
    const keystrokes = await measureKeystrokes(stage, page, size);
    const tidy = await measureTidy(stage, page);
    await page.close();
    spotify.reset(library);
    const fromCacheMs: number[] = [];
    while (fromCacheMs.length < RUNS)
      fromCacheMs.push(await measureFromCache(context, stage.app, size));
    return {
      requests,
      heapBytes: full.heapBytes - idle.heapBytes,
      keystrokes,
      tidy,
      fromCacheMs,
      fromCache: requestsIn(spotify.requests),
    };
  });
  const appMs: number[] = [];
  const referenceMs: number[] = [];
  const measureTheApp = () =>
    inNewContext(browser, async (context) => {
      appMs.push(await readAll(await openSongs(context, stage.app, spotify, library)));
    });
  const measureTheReference = async () => {
    spotify.reset(library);
    referenceMs.push(await askAlone(browser, reference, used.requests.filter(isOfSongs)));
  };
  while (appMs.length < RUNS) {
    // The order alternates between runs, so that neither always has the warmer computer.
    const isAppFirst = appMs.length % 2 === 0;
    if (isAppFirst) await measureTheApp();
    await measureTheReference();
    if (!isAppFirst) await measureTheApp();
  }
  return {
    ...size,
    ...used,
    pages: size.playlists * Math.ceil(size.tracks / PAGE_SIZE),
    appMs,
    referenceMs,
    requests: requestsIn(used.requests),
  };
}

/** Logs in and opens the page of all songs, with the button that reads them focused; no request is counted so far. */
async function openSongs(
  context: BrowserContext,
  app: PagesHost,
  spotify: BenchSpotify,
  library: BenchLibrary & ExportSize,
): Promise<Page> {
  const page = await context.newPage();
  await watchTable(page, 'Playlists', library.playlists);
  await watchTable(page, 'Songs', library.playlists * library.tracks);
  const callback = await beginLogin(page, app);
  spotify.reset(library);
  await goToRows(page, callback);
  await spotify.quiet();
  await page.getByRole('link', { name: 'Songs', exact: true }).first().click();
  const button = page.getByRole('button', { name: 'Read all playlists' });
  await button.and(page.locator(':enabled')).waitFor();
  await button.focus();
  await spotify.quiet();
  spotify.reset(library);
  return page;
}

/** Starts the reading, and gives the time until the table has all songs; the page itself tells it. */
async function readAll(page: Page): Promise<number> {
  const all = page.waitForEvent('console', {
    predicate: (message) => message.text() === 'all-rows',
    timeout: LIMIT_MS,
  });
  const began = performance.now();
  await page.keyboard.press('Enter');
  await all;
  return performance.now() - began;
}

async function measureKeystrokes(
  { browser }: Stage,
  page: Page,
  { playlists, tracks }: ExportSize,
): Promise<readonly ScriptCost[]> {
  const keystrokes: ScriptCost[] = [];
  const full = await rowCount(page);
  if (full !== `${playlists * tracks + 1}`) throw new Error(`The table has ${full} rows.`);
  await page.getByRole('searchbox', { name: 'Search songs' }).focus();
  // The code of the search loads on first use.
  await page.keyboard.type('zqxzqx');
  await waitForRowCount(page, '1');
  await clearSearch(page, full);
  for (const word of WORDS) {
    for (const letter of word)
      keystrokes.push(await traceAction(browser, page, () => page.keyboard.press(letter)));
    const found = Number(await rowCount(page)) - 1;
    if (!(found > 0 && found < playlists * tracks))
      throw new Error(`"${word}" finds ${found} songs.`);
    await clearSearch(page, full);
  }
  return keystrokes;
}

/** Opens "Tidy up" and its lists; waits without a script of its own in the page while a list is made. */
async function measureTidy({ browser }: Stage, page: Page): Promise<ScriptCost> {
  const list = (name: string) => page.getByRole('region', { name });
  return traceAction(browser, page, async () => {
    await page.getByRole('link', { name: 'Tidy up' }).first().click();
    for (const name of TIDY_LISTS) {
      await page.getByRole('link', { name }).click();
      await list(name).waitFor();
    }
  });
}

async function measureFromCache(
  context: BrowserContext,
  app: PagesHost,
  { playlists, tracks }: ExportSize,
): Promise<number> {
  const page = await context.newPage();
  await watchTable(page, 'Songs', playlists * tracks);
  const { allRowsMs } = await goToRows(page, `${app.url}songs`);
  await page.close();
  return allRowsMs;
}

const isOfItems = ({ url }: RecordedRequest) => isItems(new URL(url));
const isOfLiked = ({ url }: RecordedRequest) => new URL(url).pathname === '/v1/me/tracks';
const isOfSongs = (request: RecordedRequest) => isOfItems(request) || isOfLiked(request);

function requestsIn(requests: readonly RecordedRequest[]): SongRequests {
  const sent = requests.filter(({ method }) => method !== 'OPTIONS');
  const items = sent.filter(isOfItems).length;
  const liked = sent.filter(isOfLiked).length;
  return { items, liked, others: sent.length - items - liked };
}
