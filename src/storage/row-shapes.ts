import { isAddedAt, isReleaseDate } from '../library/dates.ts';
import type { Playlist, PlaylistDetails, PlaylistItem } from '../library/types.ts';
import { isCount } from '../spotify/wire.ts';
import {
  fits,
  type Guard,
  isBoolean,
  isNumber,
  isString,
  isStrings,
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
};

/** The rows of list caches, by kind. */
export interface CachedRows {
  readonly playlist: Playlist;
  readonly details: PlaylistDetails;
  readonly item: PlaylistItem;
  readonly count: number;
}

/** The parser of rows of one kind. */
interface RowReading<Row> {
  readonly areRows: Guard<readonly Row[]>;
  /** Removes members with a shorter maximum age than the row, such as image URLs. */
  readonly aged: (row: Row) => Row;
}

function rowsOf<Row>(isRow: Guard<Row>): Guard<readonly Row[]> {
  return (value): value is readonly Row[] => Array.isArray(value) && value.every(isRow);
}

/** The parsers of cached rows, by kind. */
export const ROWS: { readonly [Kind in keyof CachedRows]: RowReading<CachedRows[Kind]> } = {
  playlist: {
    areRows: rowsOf((value): value is Playlist => fits(value, PLAYLIST)),
    aged: (playlist) => ({ ...playlist, coverUrl: null }),
  },
  details: {
    areRows: rowsOf((value): value is PlaylistDetails => fits(value, DETAILS)),
    aged: (details) => ({ ...details, coverUrl: null }),
  },
  item: {
    areRows: rowsOf((value): value is PlaylistItem => fits(value, ITEM)),
    aged: (item) => item,
  },
  count: { areRows: rowsOf(isCount), aged: (count) => count },
};
