import { HttpResponse } from 'msw';
import { apiError } from '../faults.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 50;
const MAX_OFFSET = 100_000;

/** Answers with one page of a list, by the `limit` and `offset` of the URL, else with 400. */
export function pageOf(rows: readonly unknown[], url: URL): Response {
  const limit = wholeNumber(url, 'limit', DEFAULT_LIMIT);
  const offset = wholeNumber(url, 'offset', 0);
  if (limit === undefined || limit < 1 || limit > MAX_LIMIT) return apiError(400, 'Invalid limit');
  if (offset === undefined || offset > MAX_OFFSET) return apiError(400, 'Invalid offset');

  const pageAt = (start: number) => `${url.origin}${url.pathname}?offset=${start}&limit=${limit}`;
  const end = offset + limit;
  return HttpResponse.json({
    href: pageAt(offset),
    limit,
    next: end < rows.length ? pageAt(end) : null,
    offset,
    previous: offset > 0 ? pageAt(Math.max(0, offset - limit)) : null,
    total: rows.length,
    items: rows.slice(offset, end),
  });
}

function wholeNumber(url: URL, name: string, fallback: number): number | undefined {
  const text = url.searchParams.get(name);
  if (text === null) return fallback;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
