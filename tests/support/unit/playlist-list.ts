import { HttpResponse, http } from 'msw';
import type { SetupServer } from 'msw/node';
import { SPOTIFY_API } from '../../../src/config.ts';
import { ofNetwork } from '../../../src/oauth/network-error.ts';
import type { Connection, PacedConnection } from '../../../src/spotify/http.ts';
import { makePace } from '../../../src/spotify/pace.ts';
import { openLimits } from './limits.ts';
import { makeTestClock } from './test-clock.ts';

/** Address of the person's list of playlists. */
export const PLAYLISTS = `${SPOTIFY_API}/v1/me/playlists`;

/** A connection without a token, at a pace of its own, for servers that require none. */
export function openConnection(changes: Partial<Connection> = {}): PacedConnection {
  const clock = changes.clock ?? makeTestClock();
  const pace = makePace({ clock, memory: openLimits()(), random: () => 0.5 });
  return {
    fetch: (url, init) => ofNetwork(fetch(url, init)),
    isOnline: () => true,
    ...changes,
    clock,
    pace,
  };
}

/** A list of playlists on the network, and the requests for it. */
export interface ServedList {
  /** Assign to make the list longer or shorter. */
  total: number;
  /** Largest page of the server, whatever `limit` is requested. */
  limit: number;
  /** Members that replace those of the answers. */
  told: object;
  /** Requested offsets, in order. */
  readonly offsets: number[];
  /** Highest number of concurrent requests. */
  mostUnderWay: number;
}

/** Serves a list of so many ordinary playlists, whose ids are their indexes. */
export function serveList(network: SetupServer, total: number): ServedList {
  const list: ServedList = { total, limit: 50, told: {}, offsets: [], mostUnderWay: 0 };
  let underWay = 0;
  const answer = async ({ request }: { readonly request: Request }) => {
    const offset = Number(new URL(request.url).searchParams.get('offset'));
    list.offsets.push(offset);
    underWay += 1;
    list.mostUnderWay = Math.max(list.mostUnderWay, underWay);
    await new Promise((resolve) => setTimeout(resolve, 1));
    underWay -= 1;
    const end = Math.min(offset + list.limit, list.total);
    const length = Math.max(0, end - offset);
    return HttpResponse.json({
      items: Array.from({ length }, (_, place) => ({ id: `${offset + place}` })),
      limit: list.limit,
      next: end < list.total ? `${PLAYLISTS}?offset=${end}&limit=${list.limit}` : null,
      offset,
      total: list.total,
      ...list.told,
    });
  };
  network.use(http.get(PLAYLISTS, answer));
  return list;
}
