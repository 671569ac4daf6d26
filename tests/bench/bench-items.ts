import { makeContents } from '../../src/demo/music/contents.ts';
import { makeDiscography } from '../../src/demo/music/discography.ts';
import type { WirePlaylist } from '../../src/demo/music/wire.ts';
import { answerFields } from '../../src/demo/web-api/fields.ts';
import { pageOf } from '../../src/demo/web-api/page.ts';
import { ownPlaylists } from '../support/own-playlists.ts';

/** The first time of adding. */
const ADDED_MS = Date.UTC(2016, 0, 1);

/** Whether a URL is that of a page of a playlist's items. */
export function isItems({ pathname }: URL): boolean {
  return /^\/v1\/playlists\/[^/]+\/items$/.test(pathname);
}

/**
 * Answers for the items of every playlist with the same pages, each serialized once: the server shares the computer
 * with the browser, and its work would distort the measurement of the page.
 */
export function itemsApi(tracks: number): (url: URL) => Promise<Response> {
  const { playlists } = ownPlaylists([tracks]);
  const items = makeContents({ playlists, seed: 1 }).items(playlists[0]?.id ?? '');
  const bodies = new Map<string, string>();
  return async (url) => {
    const body = bodies.get(url.search) ?? (await pageAt(url).text());
    bodies.set(url.search, body);
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  };

  function pageAt(url: URL): Response {
    return pageOf(items, url, { send: (page) => answerFields(url, page) });
  }
}

/**
 * Answers for the items of each playlist with tracks that no other one has. Each page is serialized at its first
 * request and kept in `bodies`, so that only the first of several measurements pays for it.
 */
export function distinctItemsApi(
  playlists: readonly (WirePlaylist | null)[],
  tracks: number,
  bodies: Map<string, Promise<string>>,
): (url: URL) => Promise<Response> {
  const discography = makeDiscography(1);
  const placeOf = new Map(playlists.map((playlist, place) => [playlist?.id, place]));
  const addedAt = (number: number) => new Date(ADDED_MS + number * 3_600_000).toISOString();

  function itemsOf(place: number) {
    return Array.from({ length: tracks }, (_, at) => {
      const number = place * tracks + at;
      return {
        // Mixed, so that the order of the playlists is not the order of time.
        added_at: addedAt((number * 7_919) % 60_013),
        added_by: { id: 'bench' },
        is_local: false,
        item: discography.track(number),
      };
    });
  }

  return async (url) => {
    const key = `${tracks} ${url.pathname}${url.search}`;
    const id = decodeURIComponent(url.pathname.split('/')[3] ?? '');
    const send = (page: object) => answerFields(url, page);
    const body = bodies.get(key) ?? pageOf(itemsOf(placeOf.get(id) ?? 0), url, { send }).text();
    bodies.set(key, body);
    return new Response(await body, { headers: { 'content-type': 'application/json' } });
  };
}
