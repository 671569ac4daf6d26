import { makeContents } from '../../src/demo/music/contents.ts';
import { answerFields } from '../../src/demo/web-api/fields.ts';
import { pageOf } from '../../src/demo/web-api/page.ts';
import { ownPlaylists } from '../support/own-playlists.ts';

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
