import type { Playlist } from '../../../library/types.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { getPlaylist } from '../../../spotify/playlist.ts';
import { playlistPages } from '../../../spotify/playlists.ts';

/** Most playlists that are requested one by one; more of them are looked up in the list of all. */
const MOST_SINGLE = 10;

/** Gives those playlists whose `snapshot_id` has changed by now, with the new one. */
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
        // Removed meanwhile: what came before is whole.
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
