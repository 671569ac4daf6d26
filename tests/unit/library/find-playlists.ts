import { playlistSearch } from '../../../src/library/playlist-search.ts';
import { searchRows } from '../../../src/library/search.ts';
import type { Playlist } from '../../../src/library/types.ts';

/** Makes a public playlist of Ada, with some members changed. */
export function playlist(changes: Partial<Playlist>): Playlist {
  return {
    id: '0000000000000000000000',
    name: '',
    description: null,
    owner: 'Ada',
    ownerId: 'ada',
    tracksTotal: 9,
    visibility: 'public',
    spotifyUrl: 'https://open.spotify.com/playlist/x',
    coverUrl: null,
    snapshotId: null,
    ...changes,
  };
}

/** Gives the playlists that the query finds for this person. */
export function find(rows: readonly Playlist[], query: string, meId: string | null = 'ada') {
  return searchRows(rows, query, playlistSearch(meId));
}

/** Makes playlists of these names. */
export function named(...names: readonly string[]): readonly Playlist[] {
  return names.map((name) => playlist({ name }));
}

/** Whether the query finds a playlist of this name. */
export function finds(name: string, query: string): boolean {
  return find(named(name), query).length === 1;
}
