import type { RecordedRequest } from '../support/loopback-server.ts';

/** Requests by kind. */
export interface RequestCounts {
  readonly token: number;
  /** Pages of the displayed list. */
  readonly list: number;
  readonly others: number;
  readonly preflights: number;
}

/** Counts the requests by kind; pages of the list are under `listPath`. */
export function countRequests(
  requests: readonly RecordedRequest[],
  listPath: '/v1/me/playlists' | '/v1/me/tracks',
): RequestCounts {
  const counts = { token: 0, list: 0, others: 0, preflights: 0 };
  for (const { method, url } of requests) {
    const { pathname, searchParams } = new URL(url);
    if (method === 'OPTIONS') counts.preflights += 1;
    else if (pathname === '/api/token') counts.token += 1;
    else if (pathname === listPath && searchParams.get('limit') !== '1') counts.list += 1;
    else counts.others += 1;
  }
  return counts;
}
