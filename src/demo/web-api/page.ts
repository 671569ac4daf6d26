import { HttpResponse } from 'msw';
import { apiError } from '../faults.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 50;
const MAX_OFFSET = 100_000;

/** One page of a list in Spotify's JSON. */
export interface WirePage {
  readonly href: string;
  readonly limit: number;
  readonly next: string | null;
  readonly offset: number;
  readonly previous: string | null;
  readonly total: number;
  readonly items: readonly unknown[];
}

/** Options of one list. */
export interface PageSettings<Row> {
  /** Largest page; 50 by default. */
  readonly maxLimit?: number;
  /** Formats a row by its index in the list; unchanged by default. */
  readonly word?: (row: Row, place: number) => unknown;
  /** Makes the response from the page; all of its members by default. */
  readonly send?: (page: WirePage) => Response;
}

/** Answers with one page of a list, by the `limit` and `offset` of the URL, else with 400. */
export function pageOf<Row>(
  rows: readonly Row[],
  url: URL,
  { maxLimit = MAX_LIMIT, word = (row) => row, send = HttpResponse.json }: PageSettings<Row> = {},
): Response {
  const limit = wholeNumber(url, 'limit', DEFAULT_LIMIT);
  const offset = wholeNumber(url, 'offset', 0);
  if (limit === undefined || limit < 1 || limit > maxLimit) return apiError(400, 'Invalid limit');
  if (offset === undefined || offset > MAX_OFFSET) return apiError(400, 'Invalid offset');

  const end = offset + limit;
  return send({
    href: pageAddress(url, offset, limit),
    limit,
    next: end < rows.length ? pageAddress(url, end, limit) : null,
    offset,
    previous: offset > 0 ? pageAddress(url, Math.max(0, offset - limit), limit) : null,
    total: rows.length,
    items: rows.slice(offset, end).map((row, at) => word(row, offset + at)),
  });
}

/** The URL of another page of the same list, with all other parameters. */
export function pageAddress(url: URL, offset: number, limit: number): string {
  const query = new URLSearchParams({ offset: `${offset}`, limit: `${limit}` });
  for (const [name, value] of url.searchParams) {
    if (name !== 'offset' && name !== 'limit') query.append(name, value);
  }
  return `${url.origin}${url.pathname}?${query}`;
}

function wholeNumber(url: URL, name: string, fallback: number): number | undefined {
  const text = url.searchParams.get(name);
  if (text === null) return fallback;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
