import type { Column } from './columns.ts';
import type { ItemKind, PlaylistItem } from './types.ts';

/** Labels of the kinds of items. */
export const KIND_LABELS: Readonly<Record<ItemKind, string>> = {
  track: 'Track',
  episode: 'Episode',
  local: 'Local file',
  unavailable: 'Unavailable',
};

/** Tells whether Spotify has removed an item, or says that the person cannot play it. */
export function isUnavailable({ kind, isPlayable }: PlaylistItem): boolean {
  return kind === 'unavailable' || isPlayable === false;
}

/** Gives the title of an item, or the placeholder of a missing one. */
export function formatTitle(item: PlaylistItem): string {
  if (item.kind === 'unavailable') return 'No longer available';
  return item.title?.trim() ? item.title : '(no title)';
}

/** Gives the names of the artists in one line; `null` if Spotify sends none. */
export function formatArtists(item: PlaylistItem): string | null {
  return item.artists.join(', ') || null;
}

/** Formats whether an item is explicit; `null` where Spotify does not say. */
export function formatExplicit(explicit: boolean | null): string | null {
  if (explicit === null) return null;
  return explicit ? 'Yes' : 'No';
}

/** The columns of a playlist's items, left to right. */
export const ITEM_COLUMNS = [
  {
    id: 'position',
    heading: 'Position',
    shownHeading: '#',
    value: (item) => item.position,
    align: 'end',
    searched: false,
    width: '2.75rem',
  },
  {
    id: 'title',
    heading: 'Title',
    value: formatTitle,
    // The placeholder of a missing title is not searched.
    order: (item) => (item.title?.trim() ? item.title : null),
    align: 'start',
    searched: true,
    width: 'minmax(0, 2fr)',
    isFixed: true,
  },
  {
    id: 'artists',
    heading: 'Artists',
    value: formatArtists,
    align: 'start',
    searched: true,
    width: 'minmax(0, 1fr)',
    // They are the second line of the title.
    isOptional: true,
  },
  {
    id: 'album',
    heading: 'Album',
    value: (item) => item.album || null,
    align: 'start',
    searched: true,
    width: 'minmax(0, 1fr)',
    isForWide: true,
  },
  {
    id: 'added-on',
    heading: 'Added on',
    shownHeading: 'Added',
    value: (item) => item.addedAt,
    align: 'start',
    searched: false,
    width: '5.75rem',
    isSortedDown: true,
  },
  {
    id: 'added-by',
    heading: 'Added by',
    value: (item) => item.addedBy,
    align: 'start',
    searched: false,
    width: 'minmax(5.5rem, 1fr)',
    isMinor: true,
  },
  {
    id: 'duration',
    heading: 'Duration',
    shownHeading: 'Length',
    value: (item) => item.durationMs,
    align: 'end',
    searched: false,
    width: '3.5rem',
    isSortedDown: true,
  },
  {
    id: 'kind',
    heading: 'Kind',
    value: (item) => KIND_LABELS[item.kind],
    align: 'start',
    searched: false,
    width: '6rem',
    // Badges beside the title say the same of what is no song.
    isOptional: true,
  },
  {
    id: 'isrc',
    heading: 'ISRC',
    value: (item) => item.isrc,
    align: 'start',
    searched: false,
    width: '8rem',
    isOptional: true,
  },
  {
    id: 'release-date',
    heading: 'Release date',
    value: (item) => item.releaseDate,
    align: 'start',
    searched: false,
    width: '7rem',
    isSortedDown: true,
    isOptional: true,
  },
  {
    id: 'explicit',
    heading: 'Explicit',
    value: (item) => formatExplicit(item.explicit),
    align: 'start',
    searched: false,
    width: '5rem',
    isOptional: true,
  },
  {
    id: 'id',
    heading: 'ID',
    value: (item) => item.id,
    align: 'start',
    searched: false,
    width: '13rem',
    isOptional: true,
  },
  {
    id: 'uri',
    heading: 'URI',
    value: (item) => item.uri,
    align: 'start',
    searched: false,
    width: '20rem',
    isOptional: true,
  },
] as const satisfies readonly Column<PlaylistItem>[];

/** The columns of the liked songs: without "Added by", since only one person adds them. */
export const LIKED_COLUMNS = ITEM_COLUMNS.filter((column) => column.id !== 'added-by');

/** Gives the path below the base path of the page that shows where a song is, by its URI or its title. */
export function songPathOf(uriOrTitle: string): string {
  return `songs?q=${encodeURIComponent(uriOrTitle)}`;
}
