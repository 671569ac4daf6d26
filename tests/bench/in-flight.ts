import type { Answer } from '../support/loopback-server.ts';

/** The highest number of concurrent requests of each kind. */
export interface InFlight {
  /** Everything at api.spotify.com but items: pages of playlists, the profile, the number of liked songs. */
  readonly list: number;
  /** Pages of items. */
  readonly items: number;
}

/**
 * Counts requests in flight while `answer` answers. A preflight stands for the request behind it, which the page has
 * already sent; so one request is counted once, first as the one and then as the other.
 */
export function watchInFlight(answer: Answer): { answer: Answer; most: () => InFlight } {
  const now = { list: 0, items: 0 };
  const most = { list: 0, items: 0 };
  return {
    most: () => ({ ...most }),
    async answer(request) {
      const kind = kindOf(new URL(request.url));
      if (kind === undefined) return answer(request);
      now[kind] += 1;
      most[kind] = Math.max(most[kind], now[kind]);
      try {
        return await answer(request);
      } finally {
        now[kind] -= 1;
      }
    },
  };
}

/** The app requests the number of liked songs as a list, with a page of one song. */
function kindOf({ host, pathname, searchParams }: URL): keyof InFlight | undefined {
  if (host !== 'api.spotify.com') return undefined;
  const isItems = /\/(tracks|items)$/.test(pathname) && searchParams.get('limit') !== '1';
  return isItems ? 'items' : 'list';
}
