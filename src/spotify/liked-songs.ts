import { SPOTIFY_API } from '../config.ts';
import type { PlaylistItem } from '../library/types.ts';
import { get, type PacedConnection } from './http.ts';
import { listAnswerOf, PAGE_LIMIT, type Page } from './paging.ts';
import { itemsPageOf } from './playlist-items.ts';
import { countIn, membersOf } from './wire.ts';

const LIKED_SONGS = `${SPOTIFY_API}/v1/me/tracks`;

/** Requests one page of the person's liked songs, newest first (Spotify: `GET /me/tracks`). */
export async function getLikedSongsPage(
  connection: PacedConnection,
  offset: number,
  signal: AbortSignal,
): Promise<Page<PlaylistItem>> {
  const url = `${LIKED_SONGS}?limit=${PAGE_LIMIT}&offset=${offset}`;
  return itemsPageOf(await get(connection, url, listAnswerOf, signal, 'items'), offset);
}

/** Requests the number of liked songs, with the smallest answer that Spotify offers. */
export function getLikedSongsTotal(
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<number> {
  const parse = (body: unknown) => countIn(membersOf(body)['total']) ?? undefined;
  return get(connection, `${LIKED_SONGS}?limit=1`, parse, signal);
}

/**
 * Gives a version of the liked songs, which have no `snapshot_id`: their count and the latest song reveal most changes.
 */
export function likedSongsVersion({ total, rows }: Page<PlaylistItem>): string {
  const [latest] = rows;
  return [total, latest?.addedAt, latest?.uri].join(' ');
}
