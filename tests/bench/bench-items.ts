import { makeContents } from '../../src/demo/music/contents.ts';
import { answerFields } from '../../src/demo/web-api/fields.ts';
import { pageOf } from '../../src/demo/web-api/page.ts';
import { ownPlaylists } from '../support/own-playlists.ts';

/** Whether an address is that of a page of some playlist's items. */
export function isItems({ pathname }: URL): boolean {
  return /^\/v1\/playlists\/[^/]+\/items$/.test(pathname);
}

/**
 * Answers for the items of every playlist with the same pages, each of which is written once: the
 * server shares the computer with the browser, and its work would hide that of the page.
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
