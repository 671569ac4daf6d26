import type { WireItem, WirePlaylist, WireRow } from '../music/wire.ts';
import type { Server } from '../server.ts';

/** How playlists name their contents: `items` since February 2026, `tracks` before. */
export type Dialect = 'items' | 'tracks' | 'mixed';

/** The names in use: the newer, the older, or both for the same thing. */
type Naming = 'new' | 'old' | 'both';

const IN_TURN: readonly [Naming, ...Naming[]] = ['new', 'old', 'both'];

/** Tells the names that a dialect has at a place; `mixed` takes new, old and both in turn. */
function namingAt(dialect: Dialect, place: number): Naming {
  if (dialect === 'mixed') return IN_TURN[place % IN_TURN.length] ?? IN_TURN[0];
  return dialect === 'items' ? 'new' : 'old';
}

/** Words a playlist of the list in a dialect, by its place in the list. */
export function inDialect(playlist: WirePlaylist, dialect: Dialect, place: number): WirePlaylist {
  if (!('items' in playlist)) return playlist;
  const { items, ...others } = playlist;
  const tracks = items && { ...items, href: items.href.replace(/items$/, 'tracks') };
  switch (namingAt(dialect, place)) {
    case 'new':
      return playlist;
    case 'old':
      return { ...others, tracks };
    case 'both':
      return { ...others, items, tracks };
  }
}

/** Words an entry of a playlist in a dialect, by its place in the playlist. */
function rowInDialect({ item, ...others }: WireItem, dialect: Dialect, at: number): WireRow {
  switch (namingAt(dialect, at)) {
    case 'new':
      return { ...others, item };
    case 'old':
      return { ...others, track: item };
    case 'both':
      return { ...others, item, track: item };
  }
}

/** Names the contents of an opened playlist in a dialect, by the playlist's place in the list. */
export function contentsInDialect<Page>(
  dialect: Dialect,
  place: number,
  pageIn: (name: 'items' | 'tracks') => Page,
): { readonly items?: Page; readonly tracks?: Page } {
  switch (namingAt(dialect, place)) {
    case 'new':
      return { items: pageIn('items') };
    case 'old':
      return { tracks: pageIn('tracks') };
    case 'both':
      return { items: pageIn('items'), tracks: pageIn('tracks') };
  }
}

/** The most entries a page may have: at `/items`, and at `/tracks` of old. */
export const MAX_ROWS = { items: 50, tracks: 100 } as const;

/** Makes what words an entry by its place; without `additional_types`, episodes come as `null`. */
export function rowWording({ dialect }: Server, url: URL): (item: WireItem, at: number) => WireRow {
  const types = (url.searchParams.get('additional_types') ?? '').split(',');
  const hasEpisodes = types.includes('episode');
  return (entry, at) => {
    const isHidden = entry.item?.type === 'episode' && !hasEpisodes;
    return rowInDialect(isHidden ? { ...entry, item: null } : entry, dialect, at);
  };
}
