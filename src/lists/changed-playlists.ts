import type { Playlist } from '../library/types.ts';
import { isSpotifyError } from '../spotify/errors.ts';
import type { PacedConnection } from '../spotify/http.ts';
import { getPlaylist } from '../spotify/playlist.ts';
import { playlistPages } from '../spotify/playlists.ts';

/** Maximum number of playlists that are requested one by one; more are looked up in the list of all playlists. */
const MOST_SINGLE = 10;

/** Gives the playlists whose `snapshot_id` has changed, with the new `snapshot_id`. */
export async function changedPlaylists(
  playlists: readonly Playlist[],
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<readonly Playlist[]> {
  const find = playlists.length > MOST_SINGLE ? versionsInList : versionsOneByOne;
  const versions = await find(playlists, connection, signal);
  return playlists.flatMap((playlist) => {
    const snapshotId = versions.get(playlist.id) ?? playlist.snapshotId;
    return snapshotId === playlist.snapshotId ? [] : { ...playlist, snapshotId };
  });
}

type Versions = Map<string, string | null>;

async function versionsOneByOne(
  playlists: readonly Playlist[],
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<Versions> {
  const versions: Versions = new Map();
  await Promise.all(
    playlists.map(async ({ id }) => {
      try {
        versions.set(id, (await getPlaylist(connection, id, signal)).snapshotId);
      } catch (error) {
        // The playlist was deleted meanwhile; its tracks were read before and are complete.
        if (!isSpotifyError(error, 'not-found')) throw error;
      }
    }),
  );
  return versions;
}

async function versionsInList(
  playlists: readonly Playlist[],
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<Versions> {
  const missing = new Set(playlists.map(({ id }) => id));
  const versions: Versions = new Map();
  for await (const { rows } of playlistPages(connection)([], signal)) {
    for (const { id, snapshotId } of rows) if (missing.delete(id)) versions.set(id, snapshotId);
    if (missing.size === 0) break;
  }
  return versions;
}
