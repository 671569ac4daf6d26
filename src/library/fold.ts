const ASCII = /^[\s!-~]*$/;
/** White space other than single spaces, which few names have. */
const UNEVEN = /\s{2}|[^\S ]/;
/** Invisible characters (default ignorable), such as zero-width spaces and soft hyphens. */
const IGNORABLES = /\p{DI}/gu;
/**
 * Accents, which belong to no script, and the points of Hebrew and Arabic, which are seldom typed. Marks of other
 * scripts are vowels, and those of kana make another letter.
 */
const MARKS = /(?![\u3099\u309A])(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}]/gu;
const HANGUL = /[가-힣]/g;
/**
 * Letters that Unicode normalisation does not decompose, letters that two languages encode differently, and quotes and
 * dashes that few keyboards have.
 */
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
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  // Tatweel stretches a word and has no meaning.
  ـ: '',
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

/** Folds case, diacritics and white space, so that "alska" matches "Älska" in every Unicode form. */
export function fold(text: string): string {
  // Most names are ASCII, and normalising is the expensive step.
  const bare = ASCII.test(text) ? text.toLowerCase() : foldLetters(text);
  return UNEVEN.test(bare) ? bare.replace(/\s+/g, ' ') : bare;
}

function foldLetters(text: string): string {
  return (
    withoutIgnorables(text.normalize('NFKD'))
      .replace(MARKS, '')
      .toLowerCase()
      .normalize()
      // Hangul is decomposed, so that a syllable matches while it is typed.
      .replace(HANGUL, (syllable) => syllable.normalize('NFD'))
      .replace(LETTERS, (letter) => STAND_INS[letter] ?? letter)
  );
}

/** Removes the invisible characters of a text. */
export function withoutIgnorables(text: string): string {
  return text.replace(IGNORABLES, '');
}

/**
 * Makes a function that folds the texts of a row and caches them per row; a line break between two texts keeps a
 * phrase from matching across them.
 */
export function foldedOnce<Row extends object>(
  read: (row: Row) => string | null | readonly string[],
): (row: Row) => string {
  const known = new WeakMap<Row, string>();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) {
      text = [read(row) ?? ''].flat().map(fold).join('\n');
      known.set(row, text);
    }
    return text;
  };
}
