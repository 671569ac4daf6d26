import type { Access } from '../accounts/ledger.ts';
import type { WirePlaylist } from '../music/wire.ts';
import type { Server } from '../server.ts';

/** Spotify's own playlists, which apps cannot open since November 2024. */
const EDITORIAL = /^37i9dQZF1/;

/** A playlist with its index in the person's list. */
export interface FoundPlaylist {
  readonly playlist: WirePlaylist;
  readonly place: number;
}

/** Finds a playlist that apps can open. */
export function findPlaylist({ library }: Server, id: string): FoundPlaylist | undefined {
  const place = library.playlists.findIndex((entry) => entry?.id === id);
  const playlist = library.playlists[place];
  return playlist && !EDITORIAL.test(id) ? { playlist, place } : undefined;
}

/** Whether an app may see a playlist, by the granted scopes. */
export function isVisible(playlist: WirePlaylist, { scopes }: Access): boolean {
  if (playlist.collaborative) return scopes.includes('playlist-read-collaborative');
  return playlist.public === true || scopes.includes('playlist-read-private');
}

/** Whether the person may read the contents of a playlist; since February 2026 few are open. */
export function opensTo({ owner, collaborative }: WirePlaylist, { user }: Access): boolean {
  return collaborative || owner?.id === user.id;
}
