import { SPOTIFY_API } from '../config.ts';
import type { PlaylistItem } from '../library/types.ts';
import { encodeId } from './addresses.ts';
import { SpotifyError } from './errors.ts';
import { get, type PacedConnection } from './http.ts';
import { type ListAnswer, listAnswerOf, PAGE_LIMIT, type Page, totalOf } from './paging.ts';
import { itemOf } from './playlist-item.ts';
import { isObject, membersOf } from './wire.ts';

const IMAGES = 'images(url,width)';
/** The images of a track are those of its album; an episode has its own. */
const MEMBERS = `type,id,uri,name,duration_ms,explicit,artists(name),album(name,release_date,${IMAGES}),show(name),release_date,${IMAGES},is_playable,restrictions(reason),external_ids(isrc),external_urls(spotify)`;
/** Both names of the content: with `track` alone, newer apps get empty rows. */
const FIELDS = `total,limit,next,offset,items(added_at,added_by(id),is_local,item(${MEMBERS}),track(${MEMBERS}))`;

/** Marks an answer with a count of the items but without the items. */
const WITHHELD = 'withheld';

/**
 * Requests one page of a playlist's items (Spotify: `GET /playlists/{id}/items`). @throws SpotifyError `forbidden` also where
 * the answer has no items.
 */
export async function getPlaylistItemsPage(
  connection: PacedConnection,
  id: string,
  offset: number,
  signal: AbortSignal,
): Promise<Page<PlaylistItem>> {
  const query = new URLSearchParams({
    limit: String(PAGE_LIMIT),
    offset: String(offset),
    // Without this parameter Spotify omits episodes or sends null.
    additional_types: 'track,episode',
    fields: FIELDS,
  });
  const url = `${SPOTIFY_API}/v1/playlists/${encodeId(id)}/items?${query}`;
  const answer = await get(connection, url, answerOf, signal, 'items');
  if (answer === WITHHELD) throw new SpotifyError('forbidden');
  return itemsPageOf(answer, offset);
}

function answerOf(body: unknown): ListAnswer | typeof WITHHELD | undefined {
  const { items = null } = membersOf(body);
  if (items === null && totalOf(body) !== undefined) return WITHHELD;
  return listAnswerOf(body);
}

/** Parses a page of entries; a null entry stays a row, so that positions are right. */
export function itemsPageOf({ items, ...frame }: ListAnswer, offset: number): Page<PlaylistItem> {
  const given = items.filter(isObject);
  // Where Spotify ignores `fields`, every entry lacks its content.
  if (given.length > 0 && !given.some((entry) => 'item' in entry || 'track' in entry))
    throw new SpotifyError('unexpected-answer', 'no_items');
  return {
    ...frame,
    offset,
    entries: items.length,
    rows: items.map((entry, index) => itemOf(entry, offset + index + 1)),
  };
}
