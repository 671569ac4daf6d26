import { isAddedAt, isReleaseDate } from '../library/dates.ts';
import type { SavedItem } from '../library/saved.ts';
import type { Playlist, PlaylistDetails, PlaylistFacts, PlaylistItem } from '../library/types.ts';
import { isCount, isObject } from '../spotify/wire.ts';
import { IMAGES_LIFE_MS, LIST_LIFE_MS } from './keys.ts';
import {
  fits,
  type Guard,
  isBoolean,
  isNumber,
  isString,
  isStrings,
  optional,
  orNull,
  type Shape,
} from './shape.ts';

const isTextOrNull = orNull(isString);
const isCountOrNull = orNull(isCount);

function oneOf<const T extends string>(values: readonly T[]): Guard<T> {
  return (value): value is T => values.some((known) => known === value);
}

const PLAYLIST: Shape<Playlist> = {
  id: isString,
  name: isString,
  description: isTextOrNull,
  owner: isTextOrNull,
  ownerId: isTextOrNull,
  tracksTotal: isCountOrNull,
  visibility: oneOf(['public', 'private', 'collaborative', 'unknown']),
  spotifyUrl: isString,
  coverUrl: isTextOrNull,
  snapshotId: isTextOrNull,
};
const DETAILS: Shape<PlaylistDetails> = {
  ...PLAYLIST,
  givesItems: isBoolean,
};
const ITEM: Shape<PlaylistItem> = {
  position: isNumber,
  kind: oneOf(['track', 'episode', 'local', 'unavailable']),
  title: isTextOrNull,
  artists: isStrings,
  album: isTextOrNull,
  addedAt: orNull(isAddedAt),
  addedBy: isTextOrNull,
  durationMs: isCountOrNull,
  releaseDate: orNull(isReleaseDate),
  explicit: orNull(isBoolean),
  isrc: isTextOrNull,
  id: isTextOrNull,
  uri: isTextOrNull,
  spotifyUrl: isTextOrNull,
  coverUrl: optional(isTextOrNull),
  isPlayable: optional((value): value is false => value === false),
};

const FACTS: Shape<PlaylistFacts> = {
  id: isString,
  snapshotId: isTextOrNull,
  durationMs: isCount,
  lastAddedAt: orNull(isAddedAt),
};
const SAVED: Shape<SavedItem> = {
  kind: oneOf(['album', 'show', 'episode', 'audiobook']),
  position: isNumber,
  name: isString,
  people: isStrings,
  narrators: isStrings,
  show: isTextOrNull,
  total: isCountOrNull,
  durationMs: isCountOrNull,
  releaseDate: orNull(isReleaseDate),
  explicit: orNull(isBoolean),
  addedAt: orNull(isAddedAt),
  id: isString,
  uri: isTextOrNull,
  spotifyUrl: isString,
  coverUrl: isTextOrNull,
};

/** The rows of list caches, by kind. */
export interface CachedRows {
  readonly playlist: Playlist;
  readonly details: PlaylistDetails;
  readonly item: PlaylistItem;
  readonly facts: PlaylistFacts;
  readonly count: number;
  readonly saved: SavedItem;
}

/** The parser of rows of one kind. */
interface RowReading<Row> {
  readonly areRows: Guard<readonly Row[]>;
  /** Maximum age of the image URLs of a row, in ms. */
  readonly imagesLife: number;
  /** Removes the image URLs of a row that is older. */
  readonly aged: (row: Row) => Row;
}

function rowsOf<Row>(isRow: Guard<Row>): Guard<readonly Row[]> {
  return (value): value is readonly Row[] => Array.isArray(value) && value.every(isRow);
}

/** The parsers of cached rows, by kind. */
export const ROWS: { readonly [Kind in keyof CachedRows]: RowReading<CachedRows[Kind]> } = {
  playlist: {
    areRows: rowsOf((value): value is Playlist => fits(value, PLAYLIST)),
    imagesLife: IMAGES_LIFE_MS,
    aged: (playlist) => ({ ...playlist, coverUrl: null }),
  },
  details: {
    areRows: rowsOf((value): value is PlaylistDetails => fits(value, DETAILS)),
    imagesLife: IMAGES_LIFE_MS,
    aged: (details) => ({ ...details, coverUrl: null }),
  },
  item: {
    areRows: rowsOf((value): value is PlaylistItem => fits(value, ITEM)),
    // The covers of albums do not expire; an unfinished export keeps its rows for longer than a list.
    imagesLife: LIST_LIFE_MS,
    aged: (item) => ({ ...item, coverUrl: null }),
  },
  saved: {
    areRows: rowsOf((value): value is SavedItem => fits(value, SAVED)),
    imagesLife: LIST_LIFE_MS,
    aged: (item) => ({ ...item, coverUrl: null }),
  },
  facts: {
    areRows: rowsOf((value): value is PlaylistFacts => fits(value, FACTS)),
    imagesLife: LIST_LIFE_MS,
    aged: (facts) => facts,
  },
  count: { areRows: rowsOf(isCount), imagesLife: LIST_LIFE_MS, aged: (count) => count },
};

/** Gives a stored record of items, or of one page of them, without image URLs: the same record if it has none. */
export function withoutCovers<Stored extends object>(record: Stored): Stored {
  const { rows, page }: { readonly rows?: unknown; readonly page?: unknown } = record;
  if (isObject(page)) {
    const bare = withoutCovers(page);
    return bare === page ? record : { ...record, page: bare };
  }
  const { areRows, aged } = ROWS.item;
  if (!areRows(rows) || rows.every(({ coverUrl = null }) => coverUrl === null)) return record;
  return { ...record, rows: rows.map(aged) };
}
