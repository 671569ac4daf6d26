import { type LibraryLists, makeLibrary } from '../../src/demo/music/data.ts';
import { ownerOf } from '../../src/demo/music/owners.ts';

/** A library of the person's own playlists, with so many tracks each. */
export function ownPlaylists(totals: readonly number[]): LibraryLists {
  const { user, playlists } = makeLibrary({ playlists: totals.length });
  const owned = playlists.flatMap((playlist) => playlist ?? []);
  return {
    user,
    playlists: owned.map((playlist, place) => ({
      ...playlist,
      collaborative: false,
      owner: ownerOf(user),
      items: { href: `${playlist.href}/items`, total: totals[place] ?? 0 },
    })),
  };
}

/** A library of the person's own playlists, all equally long. */
export function equalPlaylists(playlists: number, tracks: number): LibraryLists {
  return ownPlaylists(Array.from({ length: playlists }, () => tracks));
}

/** Number of pages for so many tracks each; an empty playlist has one too. */
export function pagesOf(totals: readonly number[]): number {
  return totals.reduce((sum, total) => sum + Math.max(1, Math.ceil(total / 50)), 0);
}
