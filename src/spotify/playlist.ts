import { SPOTIFY_API } from '../config.ts';
import type { PlaylistDetails } from '../library/types.ts';
import { encodeId } from './addresses.ts';
import { get, type PacedConnection } from './http.ts';
import { playlistOf } from './playlists.ts';
import { isObject, membersOf } from './wire.ts';

/** Both names of the contents, by their count alone: the first rows, sent by default, would be most of the answer. */
const FIELDS =
  'collaborative,description,external_urls,id,images,name,owner(id,display_name),public,snapshot_id,items(total),tracks(total)';

/** Requests one playlist without its items (Spotify: `GET /playlists/{id}`). */
export function getPlaylist(
  connection: PacedConnection,
  id: string,
  signal: AbortSignal,
): Promise<PlaylistDetails> {
  const url = `${SPOTIFY_API}/v1/playlists/${encodeId(id)}?fields=${encodeURIComponent(FIELDS)}`;
  return get(connection, url, detailsOf, signal);
}

function detailsOf(body: unknown): PlaylistDetails | undefined {
  const playlist = playlistOf(body);
  if (!playlist) return undefined;
  const { items, tracks } = membersOf(body);
  return { ...playlist, givesItems: speaksOf(items) || speaksOf(tracks) };
}

/** Whether an answer has the contents, even without their count. */
function speaksOf(contents: unknown): boolean {
  const { total = null } = membersOf(contents);
  return isObject(contents) && (total === null || typeof total === 'number');
}
