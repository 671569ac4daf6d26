import type { RecordedRequest } from '../support/loopback-server.ts';
import { isItems } from './bench-items.ts';
import {
  type ExportLibrary,
  type ExportSize,
  exportTracks,
  openFullTable,
  openFullTableAgain,
} from './export-page.ts';
import { type HeapGrowth, watchHeap } from './heap-growth.ts';
import { inNewContext } from './log-in.ts';
import { askAlone } from './reference-export.ts';
import type { Stage } from './stage.ts';

/**
 * Delay of every answer while exports are measured, preflights included. At 50 ms the 2,000 requests of 200 x 500
 * tracks, two at a time, would take 100 s and hide the time of the page itself; Spotify is slower than this too,
 * where the ratio is better.
 */
export const EXPORT_ANSWER_MS = 10;

const PAGE_SIZE = 50;
const RUNS = 3;
/** Requests to Spotify, without preflights. */
export interface ExportRequests {
  readonly items: number;
  readonly list: number;
  readonly others: number;
}

/** The export of the tracks of all playlists as one zip. */
export interface ExportMeasurement extends ExportSize {
  /** The lowest possible number of pages of such an export. */
  readonly pages: number;
  /** From the key press that starts it to the begin of the download, in ms. */
  readonly appMs: readonly number[];
  /** The same requests, with their answers discarded. */
  readonly referenceMs: readonly number[];
  readonly first: ExportRequests;
  /** In a new tab, after a refresh that found the list unchanged. */
  readonly second: ExportRequests;
  readonly heap: HeapGrowth;
}

/** Parses a size such as `200x500`; `undefined` for none. */
export function exportSizeOf(text: string): ExportSize | undefined {
  const [playlists = 0, tracks = 0] = text.split('x').map(Number);
  return playlists > 0 && tracks > 0 ? { playlists, tracks } : undefined;
}

/** Measures one size of export: once its heap and its requests, then its time beside the reference. */
export async function measureExport(
  { browser, app, reference, spotify }: Stage,
  size: ExportSize,
): Promise<ExportMeasurement> {
  const library: ExportLibrary = { ...size, answerMs: EXPORT_ANSWER_MS };
  const weighed = await inNewContext(browser, async (context) => {
    const page = await openFullTable(context, app, spotify, library);
    const growth = await watchHeap(page);
    await exportTracks(page, size);
    const heap = await growth();
    const requests = spotify.requests.filter(isNoPreflight);
    await page.close();
    await exportTracks(await openFullTableAgain(context, app, spotify, library), size);
    return { heap, requests, second: requestsIn(spotify.requests.filter(isNoPreflight)) };
  });
  const appMs: number[] = [];
  const referenceMs: number[] = [];
  const measureTheApp = async () =>
    appMs.push(
      await inNewContext(browser, async (context) =>
        exportTracks(await openFullTable(context, app, spotify, library), size),
      ),
    );
  const measureTheReference = async () => {
    spotify.reset(library);
    referenceMs.push(await askAlone(browser, reference, weighed.requests.filter(asksForItems)));
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
    pages: size.playlists * Math.ceil(size.tracks / PAGE_SIZE),
    appMs,
    referenceMs,
    first: requestsIn(weighed.requests),
    second: weighed.second,
    heap: weighed.heap,
  };
}

const isNoPreflight = ({ method }: RecordedRequest) => method !== 'OPTIONS';
const asksForItems = ({ url }: RecordedRequest) => isItems(new URL(url));

function requestsIn(requests: readonly RecordedRequest[]): ExportRequests {
  const items = requests.filter(asksForItems).length;
  const list = requests.filter(({ url }) => new URL(url).pathname === '/v1/me/playlists').length;
  return { items, list, others: requests.length - items - list };
}
