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
