import * as v from 'valibot';
import { SPOTIFY_API } from '../config.ts';
import { aFewAtATime, LIST_REQUESTS_IN_FLIGHT } from './pace.ts';

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

/** The frame around the entries of every list answer; `next` may only point back to the Web API. */
export const PageFrame = {
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
  next: v.nullish(
    v.pipe(
      v.string(),
      v.check((next) => URL.canParse(next) && new URL(next).origin === SPOTIFY_API),
    ),
  ),
};

/**
 * Yields the pages of a list that are not known yet, in the order they arrive: the first one at
 * once, then the others by offset, a few at a time.
 */
export async function* remainingPages<Row>(
  getPage: (offset: number, signal: AbortSignal) => Promise<Page<Row>>,
  known: readonly Page<Row>[],
  signal: AbortSignal,
): AsyncGenerator<Page<Row>> {
  let first = known.find((page) => page.offset === 0);
  if (!first) {
    first = await getPage(0, signal);
    yield first;
  }
  const { limit, total } = first;
  const isKnown = new Set(known.map((page) => page.offset));
  const offsets: number[] = [];
  let end = limit;

  function add(): void {
    if (!isKnown.has(end)) offsets.push(end);
    end += limit;
  }
  /** The list may have grown since its first page was counted. */
  function follow(page: Page<Row>): void {
    if (page.hasNext && page.entries > 0 && page.offset + limit >= end && end <= LARGEST_OFFSET) {
      add();
    }
  }

  while (end < total && end <= LARGEST_OFFSET) add();
  for (const page of known) follow(page);
  follow(first);
  for await (const page of aFewAtATime(offsets, getPage, LIST_REQUESTS_IN_FLIGHT, signal)) {
    follow(page);
    yield page;
  }
}
