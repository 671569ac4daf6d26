import { SPOTIFY_API } from '../config.ts';
import type { PlaylistItem } from '../library/types.ts';
import { get, type PacedConnection } from './http.ts';
import { itemOf } from './playlist-item.ts';
import { isObject, listIn, membersOf } from './wire.ts';

/** Most hits of one search since February 2026. */
const MOST_HITS = 10;

/**
 * Searches for songs, at most ten, the best first (Spotify: `GET /search`). Hits that Spotify sends as `null` are left
 * out; what it does not send of a hit is `null`.
 */
export function searchSongs(
  connection: PacedConnection,
  query: string,
  signal: AbortSignal,
): Promise<readonly PlaylistItem[]> {
  const parameters = new URLSearchParams({ q: query, type: 'track', limit: String(MOST_HITS) });
  const url = `${SPOTIFY_API}/v1/search?${parameters}`;
  return get(connection, url, hitsIn, signal, 'items');
}

/** Gets one song by its id (Spotify: `GET /tracks/{id}`). @throws SpotifyError `not-found` for an unknown one. */
export function getSong(
  connection: PacedConnection,
  id: string,
  signal: AbortSignal,
): Promise<PlaylistItem> {
  const url = `${SPOTIFY_API}/v1/tracks/${encodeURIComponent(id)}`;
  return get(connection, url, songOf, signal, 'items');
}

function hitsIn(body: unknown): readonly PlaylistItem[] | undefined {
  const items = listIn(membersOf(membersOf(body)['tracks'])['items']);
  return items?.filter(isObject).flatMap((track) => songOf(track) ?? []);
}

function songOf(track: unknown): PlaylistItem | undefined {
  const item = itemOf({ track }, 0);
  return item.kind === 'track' && item.uri !== null ? item : undefined;
}
