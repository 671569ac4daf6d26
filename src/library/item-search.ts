import { addedDay } from './day.ts';
import { findsByDay } from './day-search.ts';
import { foldedOnce } from './fold.ts';
import { ITEM_COLUMNS } from './item-columns.ts';
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
    kind: (value) => {
      const wanted = KINDS.find((kind) => kind.startsWith(value));
      return wanted === undefined ? null : (item) => item.kind === wanted;
    },
  },
};
