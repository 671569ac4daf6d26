import type { WirePlaylist } from '../wire-playlist.ts';

/** How playlists name their contents: `items` since February 2026, `tracks` before. */
export type Dialect = 'items' | 'tracks' | 'mixed';

/** Words a playlist in a dialect; `mixed` takes new, old and both in turn, by place in the list. */
export function inDialect(playlist: WirePlaylist, dialect: Dialect, place: number): WirePlaylist {
  if (!('items' in playlist)) return playlist;
  const { items, ...others } = playlist;
  const tracks = items && { ...items, href: items.href.replace(/items$/, 'tracks') };
  switch (dialect === 'mixed' ? place % 3 : dialect) {
    case 'tracks':
    case 1:
      return { ...others, tracks };
    case 2:
      return { ...others, items, tracks };
    default:
      return playlist;
  }
}
