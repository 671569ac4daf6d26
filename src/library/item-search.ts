import { addedDay } from './day.ts';
import { findsByDay } from './day-search.ts';
import { foldedOnce } from './fold.ts';
import { ITEM_COLUMNS, isUnavailable } from './item-columns.ts';
import { lazily } from './lazily.ts';
import { yesOrNo } from './query.ts';
import { type Searchable, searchedText } from './search.ts';
import type { ItemKind, PlaylistItem } from './types.ts';

const KINDS: readonly ItemKind[] = ['track', 'episode', 'local', 'unavailable'];

const artistsOf = foldedOnce((item: PlaylistItem) => item.artists);
const albumOf = foldedOnce((item: PlaylistItem) => item.album);

/** The search rules for the items of a playlist and for the liked songs. */
export const ITEM_SEARCH: Searchable<PlaylistItem> = {
  textOf: searchedText(ITEM_COLUMNS),
  addressesOf: (item) => [item.id, item.uri],
  operators: {
    artist: (value) => (item) => artistsOf(item).includes(value),
    album: (value) => (item) => albumOf(item).includes(value),
    explicit: (value) => {
      const wanted = yesOrNo(value);
      return wanted === null ? null : (item) => item.explicit === wanted;
    },
    added: findsByDay(addedDay),
    released: findsByDay((item) => item.releaseDate ?? ''),
    playable: (value) => {
      const wanted = yesOrNo(value);
      return wanted === null ? null : (item) => isUnavailable(item) !== wanted;
    },
    kind: (value) => {
      const wanted = KINDS.find((kind) => kind.startsWith(value));
      return wanted === undefined ? null : (item) => item.kind === wanted;
    },
  },
};

/** The search rules for one list of items, which also find the songs that are in it more than once. */
export function itemSearch(rows: readonly PlaylistItem[]): Searchable<PlaylistItem> {
  const repeated = lazily(() => repeatedUris(rows));
  return {
    ...ITEM_SEARCH,
    operators: {
      ...ITEM_SEARCH.operators,
      twice: (value) => {
        const wanted = yesOrNo(value);
        return wanted === null ? null : ({ uri }) => repeated().has(uri ?? '') === wanted;
      },
    },
  };
}

/** Gives the URIs that more than one item has; items without a URI are not compared. */
function repeatedUris(rows: readonly PlaylistItem[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { uri } of rows) {
    if (uri === null) continue;
    if (seen.has(uri)) repeated.add(uri);
    seen.add(uri);
  }
  return repeated;
}
