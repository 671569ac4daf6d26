const ASCII = /^[\n -~]*$/;
const MARKS = /\p{M}/gu;
/** Letters that Unicode normalisation does not decompose, and quotes and dashes that few keyboards have. */
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

/** Folds case and diacritics, so that "alska" matches "Älska" in every Unicode form. */
export function fold(text: string): string {
  // Most names are ASCII, and normalising is the expensive step.
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return bare.replace(LETTERS, (letter) => STAND_INS[letter] ?? letter);
}

/** Makes a function that folds a text of a row and caches it per row. */
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
