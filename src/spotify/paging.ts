import { SPOTIFY_API } from '../config.ts';
import { type Lane, MOST_IN_FLIGHT } from './pace.ts';
import { aFewAtATime } from './run-concurrently.ts';
import { listIn, membersOf, numberIn, urlIn } from './wire.ts';

/** Rows asked for at a time: the most that Spotify gives. */
export const PAGE_LIMIT = 50;

/** Spotify refuses larger offsets (OpenAPI document, `/me/playlists`). */
const LARGEST_OFFSET = 100_000;

/** One page of a list, in the app's own form. */
export interface Page<Row> {
  /** Place of the first entry in the whole list. */
  readonly offset: number;
  /** Entries a page holds at most, as the server applied it. */
  readonly limit: number;
  /** Entries of the whole list as this page states it, unusable ones included. */
  readonly total: number;
  /** Entries on this page, unusable ones included; pages are counted by these, never by rows. */
  readonly entries: number;
  readonly hasNext: boolean;
  readonly rows: readonly Row[];
}

/** A list answer whose frame is as documented; its entries are not read yet. */
export interface ListAnswer extends Pick<Page<unknown>, 'limit' | 'total' | 'hasNext'> {
  readonly items: readonly unknown[];
}

/** Reads the frame around the entries of a list answer; `next` may only point back to the Web API. */
export function listAnswerOf(body: unknown): ListAnswer | undefined {
  const { limit: givenLimit, next = null, items: givenItems } = membersOf(body);
  const total = totalOf(body);
  const limit = wholeNumberIn(givenLimit, 1);
  const items = listIn(givenItems);
  if (total === undefined || limit === undefined || !items) return undefined;
  if (next !== null && !leadsToWebApi(next)) return undefined;
  return { limit, total, hasNext: next !== null, items };
}

/** Reads how many entries a list answer counts in the whole list. */
export function totalOf(body: unknown): number | undefined {
  return wholeNumberIn(membersOf(body)['total'], 0);
}

function wholeNumberIn(value: unknown, least: number): number | undefined {
  const number = numberIn(value);
  return number !== null && Number.isInteger(number) && number >= least ? number : undefined;
}

function leadsToWebApi(next: unknown): boolean {
  return urlIn(next)?.origin === SPOTIFY_API;
}

/** Yields the pages of a list that are not among the known ones, as they arrive. */
export type Pages<Row> = (
  known: readonly Page<Row>[],
  signal: AbortSignal,
) => AsyncIterable<Page<Row>>;

/**
 * Yields the pages of a list that are not known yet, in the order they arrive: the first one, then
 * the others by offset, a few at a time. They are asked for as soon as a page tells of them.
 */
export function remainingPages<Row>(
  getPage: (offset: number, signal: AbortSignal) => Promise<Page<Row>>,
  known: readonly Page<Row>[],
  signal: AbortSignal,
  lane: Lane = 'list',
): AsyncGenerator<Page<Row>> {
  const isKnown = new Set(known.map((page) => page.offset));
  const offsets: number[] = [];
  // Pages are as large as the server made the first one, and asked for up to `end`.
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
    // The list may have grown since it was counted.
    const goesOn = page.hasNext && page.entries > 0 && page.offset + step >= end;
    if (goesOn && end <= LARGEST_OFFSET) askForOneMore();
  }

  if (!isKnown.has(0)) offsets.push(0);
  for (const page of known) follow(page);
  return aFewAtATime(
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
