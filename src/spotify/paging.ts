import { SPOTIFY_API } from '../config.ts';
import { type Lane, MOST_IN_FLIGHT } from './pace.ts';
import { runConcurrently } from './run-concurrently.ts';
import { httpsUrlIn, listIn, membersOf, numberIn } from './wire.ts';

/** Rows per request: Spotify's maximum. */
export const PAGE_LIMIT = 50;

/** Spotify rejects larger offsets (OpenAPI document, `/me/playlists`). */
const LARGEST_OFFSET = 100_000;

/** One page of a list, parsed. */
export interface Page<Row> {
  /** Offset of the first entry in the whole list. */
  readonly offset: number;
  /** Page size as the server applied it. */
  readonly limit: number;
  /** Length of the whole list according to this page, unusable entries included. */
  readonly total: number;
  /** Entries on this page, unusable ones included; paging counts these, never rows. */
  readonly entries: number;
  readonly hasNext: boolean;
  readonly rows: readonly Row[];
}

/** A list answer with a valid frame and unparsed entries. */
export interface ListAnswer extends Pick<Page<unknown>, 'limit' | 'total' | 'hasNext'> {
  readonly items: readonly unknown[];
}

/** Parses the frame of a list answer; `next` may only lead to the Web API. */
export function listAnswerOf(body: unknown): ListAnswer | undefined {
  const { limit: givenLimit, next = null, items: givenItems } = membersOf(body);
  const total = totalOf(body);
  const limit = wholeNumberIn(givenLimit, 1);
  const items = listIn(givenItems);
  if (total === undefined || limit === undefined || !items) return undefined;
  if (next !== null && !leadsToWebApi(next)) return undefined;
  return { limit, total, hasNext: next !== null, items };
}

/** Parses the `total` of a list answer. */
export function totalOf(body: unknown): number | undefined {
  return wholeNumberIn(membersOf(body)['total'], 0);
}

function wholeNumberIn(value: unknown, least: number): number | undefined {
  const number = numberIn(value);
  return number !== null && Number.isInteger(number) && number >= least ? number : undefined;
}

function leadsToWebApi(next: unknown): boolean {
  return httpsUrlIn(next)?.origin === SPOTIFY_API;
}

/** Yields the pages of a list that are not among the known ones, as they arrive. */
export type Pages<Row> = (
  known: readonly Page<Row>[],
  signal: AbortSignal,
) => AsyncIterable<Page<Row>>;

/**
 * Yields the pages of a list that are not known yet, in the order they arrive: the first one, then the others by
 * offset, concurrently. Offsets are queued as soon as a page states the total.
 */
export function remainingPages<Row>(
  getPage: (offset: number, signal: AbortSignal) => Promise<Page<Row>>,
  known: readonly Page<Row>[],
  signal: AbortSignal,
  lane: Lane = 'list',
): AsyncGenerator<Page<Row>> {
  const isKnown = new Set(known.map((page) => page.offset));
  const offsets: number[] = [];
  // Page size as the server applied it to the first page, and the offset after the last queued page.
  let step = 0;
  let end = 0;

  function askForOneMore(): void {
    if (!isKnown.has(end)) offsets.push(end);
    end += step;
  }
  function follow(page: Page<Row>): void {
    if (step === 0) {
      step = page.limit;
      end = step;
    }
    const last = Math.min(page.total - 1, LARGEST_OFFSET);
    while (end <= last) askForOneMore();
    // The list may have grown since its total was stated.
    const goesOn = page.hasNext && page.entries > 0 && page.offset + step >= end;
    if (goesOn && end <= LARGEST_OFFSET) askForOneMore();
  }

  if (!isKnown.has(0)) offsets.push(0);
  for (const page of known) follow(page);
  return runConcurrently(
    offsets,
    async (offset, either) => {
      const page = await getPage(offset, either);
      follow(page);
      return page;
    },
    MOST_IN_FLIGHT[lane],
    signal,
  );
}
