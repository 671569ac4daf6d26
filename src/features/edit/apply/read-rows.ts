import type { PlaylistItem } from '../../../library/types.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { getPlaylistItemsPage } from '../../../spotify/playlist-items.ts';

/** Reads all rows of a playlist, in order, with everything a backup holds. */
export async function readRows(
  connection: PacedConnection,
  id: string,
  signal: AbortSignal,
): Promise<readonly PlaylistItem[]> {
  const rows: PlaylistItem[] = [];
  for (;;) {
    const page = await getPlaylistItemsPage(connection, id, rows.length, signal);
    rows.push(...page.rows);
    if (page.entries === 0 || rows.length >= page.total) return rows;
  }
}
