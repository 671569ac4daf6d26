import { findsByCount } from './count-search.ts';
import { fold, foldedOnce, withoutIgnorables } from './fold.ts';
import { isUnavailable } from './item-columns.ts';
import { ITEM_SEARCH } from './item-search.ts';
import { ITEM_SEARCH_HELP } from './item-search-help.ts';
import { addressIn, type Condition, type Operators, yesOrNo } from './query.ts';
import { type Searchable, searchRows } from './search.ts';
import type { SearchHint } from './search-help.ts';
import { isTwiceInOne, type Song, textOfSong } from './song.ts';
import type { Playlist } from './types.ts';

const nameOf = foldedOnce(({ name }: Playlist) => name);

function isOrNot(condition: Condition<Song>): (value: string) => Condition<Song> | null {
  return (value) => {
    const wanted = yesOrNo(value);
    return wanted === null ? null : (song) => condition(song) === wanted;
  };
}

const OPERATORS: Operators<Song> = {
  ...ITEM_SEARCH.operators,
  in: (value) =>
    value === 'none'
      ? ({ places }) => places.length === 0
      : ({ places }) => places.some(({ playlist }) => nameOf(playlist).includes(value)),
  playlists: findsByCount(({ places }) => places.length),
  liked: isOrNot(({ isLiked }) => isLiked),
  twice: isOrNot(isTwiceInOne),
  playable: isOrNot((song) => !isUnavailable(song)),
};

/** The search rules for all songs. */
export const SONG_SEARCH: Searchable<Song> = {
  textOf: textOfSong,
  addressesOf: ({ id, uri }) => [id, uri],
  operators: OPERATORS,
};

const HELP: readonly SearchHint[] = [
  { example: 'in:"a name"', meaning: 'in one playlist; in:none for those in none' },
  { example: 'playlists:>1', meaning: 'in several playlists; also playlists:2..5' },
  { example: 'liked:yes', meaning: 'your liked songs; liked:no for the others' },
  { example: 'twice:yes', meaning: 'more than once in one playlist' },
  { example: 'playable:no', meaning: 'those that Spotify has removed or doesn’t play' },
];

/** The operators of the search for songs; those that mean something else in one list stand for all lists alone. */
export const SONG_SEARCH_HELP: readonly SearchHint[] = [
  ...HELP,
  ...ITEM_SEARCH_HELP.filter(({ example }) => HELP.every((own) => own.example !== example)),
];

/** Up to this share of all rows, the last result is narrowed row by row, which is faster than a search of all texts. */
const FEW = 1 / 8;

/**
 * Makes a search that remembers the joined texts of the rows, and its last result: while words are typed, each letter
 * narrows the rows that the letters before have found.
 */
export function makeSongSearch(): (rows: readonly Song[], query: string) => readonly Song[] {
  let joined:
    | { readonly rows: readonly Song[]; readonly find: ReturnType<typeof makeHaystack<Song>> }
    | undefined;
  let last:
    | { readonly rows: readonly Song[]; readonly typed: string; readonly found: readonly Song[] }
    | undefined;

  function narrowed(rows: readonly Song[], typed: string): readonly Song[] {
    const words = typed.split(' ').filter(Boolean);
    const isNarrower = last?.rows === rows && typed.startsWith(last.typed);
    if (isNarrower && last && last.found.length < FEW * rows.length)
      return last.found.filter((song) => words.every((word) => textOfSong(song).includes(word)));
    if (joined?.rows !== rows) joined = { rows, find: makeHaystack(rows, textOfSong) };
    return joined.find(words);
  }

  return (rows, query) => {
    const typed = fold(withoutIgnorables(query)).trimStart();
    // An operator can match more rows with its next letter, and an address is compared as a whole.
    const isOfWords =
      typed.trim() !== '' && !/[:"]/.test(typed) && addressIn(query.trim()) === null;
    const found = isOfWords ? narrowed(rows, typed) : searchRows(rows, query, SONG_SEARCH);
    last = isOfWords ? { rows, typed, found } : undefined;
    return found;
  };
}

/** Number of rows in one string: a letter outside Latin-1 doubles the memory of its string alone. */
const ROWS_IN_PIECE = 1_024;

/** Texts of consecutive rows in one string. */
interface Piece {
  readonly text: string;
  /** Number of the first row. */
  readonly first: number;
  /** The end of the text of each row. */
  readonly ends: Uint32Array;
}

/**
 * Makes the search of rows for words that all occur in the text of a row; texts and words contain no line break. The
 * texts are joined: a search of a few long strings takes a fraction of the time of one for each row.
 */
export function makeHaystack<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string,
): (words: readonly string[]) => readonly Row[] {
  const pieces: Piece[] = [];
  for (let first = 0; first < rows.length; first += ROWS_IN_PIECE)
    pieces.push(pieceOf(rows.slice(first, first + ROWS_IN_PIECE).map(textOf), first));

  return (words) => {
    /** For each row, the number of leading words that occur in it. */
    const found = new Uint16Array(rows.length);
    for (const [at, word] of words.entries())
      for (const piece of pieces) markRows(found, piece, word, at);
    return rows.filter((_, row) => found[row] === words.length);
  };
}

function pieceOf(texts: readonly string[], first: number): Piece {
  const ends = new Uint32Array(texts.length);
  let end = -1;
  for (const [at, { length }] of texts.entries()) {
    end += length + 1;
    ends[at] = end;
  }
  return { text: texts.join('\n'), first, ends };
}

/** Counts one more word for the rows of a piece in which it occurs and which have this many before. */
function markRows(
  found: Uint16Array,
  { text, first, ends }: Piece,
  word: string,
  before: number,
): void {
  let row = 0;
  let hit = text.indexOf(word);
  while (hit >= 0) {
    while ((ends[row] ?? Number.POSITIVE_INFINITY) <= hit) row += 1;
    if (found[first + row] === before) found[first + row] = before + 1;
    // One occurrence is enough, so the search goes on in the next row.
    hit = text.indexOf(word, ends[row]);
  }
}
