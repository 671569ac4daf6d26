import type { WireItem, WirePlaylist, WireRow } from '../music/wire.ts';
import type { Server } from '../server.ts';

/** Name of the contents of playlists: `items` since February 2026, `tracks` before. */
export type Dialect = 'items' | 'tracks' | 'mixed';

/** Which names are sent: the newer, the older, or both for the same content. */
type Naming = 'new' | 'old' | 'both';

const IN_TURN: readonly [Naming, ...Naming[]] = ['new', 'old', 'both'];

/** Gives the names of a dialect at an index; `mixed` alternates between new, old and both. */
function namingAt(dialect: Dialect, place: number): Naming {
  if (dialect === 'mixed') return IN_TURN[place % IN_TURN.length] ?? IN_TURN[0];
  return dialect === 'items' ? 'new' : 'old';
}

/** Formats a playlist of the list in a dialect, by its index in the list. */
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

/** Formats an entry of a playlist in a dialect, by its index in the playlist. */
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

/** Names the contents of an opened playlist in a dialect, by the playlist's index in the list. */
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

/** Largest page at `/items`, and at the older `/tracks`. */
export const MAX_ROWS = { items: 50, tracks: 100 } as const;

/** Makes the function that formats an entry by its index; without `additional_types`, episodes are `null`. */
export function rowWording({ dialect }: Server, url: URL): (item: WireItem, at: number) => WireRow {
  const types = (url.searchParams.get('additional_types') ?? '').split(',');
  const hasEpisodes = types.includes('episode');
  return (entry, at) => {
    const isHidden = entry.item?.type === 'episode' && !hasEpisodes;
    return rowInDialect(isHidden ? { ...entry, item: null } : entry, dialect, at);
  };
}
