const ASCII = /^[\n -~]*$/;
const MARKS = /\p{M}/gu;
/** Letters that keep their stroke when marks are taken off, and quotes and dashes that few keyboards have. */
const STAND_INS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
};
const LETTERS = new RegExp(`[${Object.keys(STAND_INS).join('')}]`, 'g');

/** Makes text comparable, without case and diacritics, so that "alska" finds "Älska" however it is encoded. */
export function fold(text: string): string {
  // Most names are plain, and normalising is what costs.
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return bare.replace(LETTERS, (letter) => STAND_INS[letter] ?? letter);
}

/** Makes a function that folds what it reads from a row, once for each row. */
export function foldedOnce<Row extends object>(
  read: (row: Row) => string | null,
): (row: Row) => string {
  const known = new WeakMap<Row, string>();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) {
      text = fold(read(row) ?? '');
      known.set(row, text);
    }
    return text;
  };
}
