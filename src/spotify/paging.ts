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
  const limit = wholeNumberIn(givenLimit, 1) ?? PAGE_LIMIT;
  const items = listIn(givenItems);
  if (total === undefined || !items) return undefined;
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
 * offset, concurrently. The first total bounds the requests; a page without a new entry ends the list.
 */
export function remainingPages<Row>(
  getPage: (offset: number, signal: AbortSignal) => Promise<Page<Row>>,
  known: readonly Page<Row>[],
  signal: AbortSignal,
  lane: Lane = 'list',
): AsyncGenerator<Page<Row>> {
  const isKnown = new Set(known.map((page) => page.offset));
  const offsets: number[] = [];
  let first: Page<Row> | undefined;
  // Distance of two pages, the offset after the last queued page, and the one after which none is queued.
  let step = 0;
  let end = 0;
  let bound = 0;

  function askForOneMore(): void {
    if (!isKnown.has(end)) offsets.push(end);
    end += step;
  }
  function follow(page: Page<Row>): void {
    if (!first) {
      first = page;
      // As many entries as came, where that is more than asked for or than stated.
      step = Math.max(page.entries, Math.min(page.limit, PAGE_LIMIT));
      end = step;
      bound = Math.min(2 * page.total + 4 * step, LARGEST_OFFSET);
      while (page.entries > 0 && end < page.total && end <= LARGEST_OFFSET) askForOneMore();
    }
    if (page.entries === 0) {
      offsets.length = 0;
      bound = 0;
    }
    // The total may state too little; a link that goes on is followed as far again.
    if (page.hasNext && page.offset + step >= end && end <= bound) askForOneMore();
  }
  /** Tells whether a server ignores the offset: a page that cannot be of the list has the rows of the first one. */
  function isRepeated({ offset, entries, rows }: Page<Row>): boolean {
    if (!first || offset === first.offset) return false;
    const total = first.total > LARGEST_OFFSET ? 0 : first.total;
    return offset + entries > total && contentOf(rows) === contentOf(first.rows);
  }

  if (!isKnown.has(0)) offsets.push(0);
  for (const page of known) follow(page);
  return runConcurrently(
    offsets,
    async (offset, either) => {
      const page = await getPage(offset, either);
      const next = isRepeated(page) ? { ...page, entries: 0, rows: [] } : page;
      follow(next);
      return next;
    },
    MOST_IN_FLIGHT[lane],
    signal,
  );
}

/** Text of rows, by which two pages are compared wherever they stand. */
function contentOf(rows: readonly unknown[]): string {
  return JSON.stringify(rows, (name, value) => (name === 'position' ? 0 : value));
}
