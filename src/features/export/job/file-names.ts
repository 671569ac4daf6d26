import { wellFormed } from '../formats/format.ts';

/**
 * Maximum length of a file name in bytes of UTF-8, without its extension: file systems allow 255, some of them after
 * decomposing the characters.
 */
const LONGEST_BYTES = 120;

/**
 * Characters that Windows forbids, control characters, and bidirectional controls, which reverse the text direction.
 */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Device names reserved by Windows, whatever the extension; spaces before the extension are ignored. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?= *(\.|$))/i;

/** Invisible characters (default ignorable), which some file systems ignore. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Generator of unique file names for lists. */
export interface FileNames {
  /** Gives a name that differs from all earlier ones on every file system; `extension` is without the dot. */
  next(name: string, extension: string): string;
}

/** Makes the generator of the file names in one folder. */
export function makeFileNames(): FileNames {
  const taken = new Set<string>();
  return {
    next(name, extension) {
      const base = safeFileName(name);
      for (let number = 1; ; number += 1) {
        const candidate = `${number === 1 ? base : `${base} (${number})`}.${extension}`;
        const key = comparedAs(candidate);
        if (taken.has(key)) continue;
        taken.add(key);
        return candidate;
      }
    },
  };
}

/** Gives a name, without its extension, that Windows, macOS and Linux accept and display unchanged. */
export function safeFileName(name: string): string {
  const characters = wellFormed(name).normalize('NFC').replace(/\s+/g, ' ').replace(UNSAFE, '_');
  const short = ends(atMostBytes(ends(characters)));
  if (short === '') return 'Playlist';
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Trims both ends: Windows drops dots and spaces at the end, and a leading dot hides a file on Unix. */
function ends(text: string): string {
  return text.replace(/^[. ]+|[. ]+$/g, '');
}

/** Truncates a text to the maximum length at a grapheme boundary. */
function atMostBytes(text: string): string {
  const encoder = new TextEncoder();
  let left = LONGEST_BYTES;
  let end = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= encoder.encode(segment).length;
    if (left < 0) return end > 0 ? text.slice(0, end) : '';
    end += segment.length;
  }
  return text;
}

/** Gives the key by which names are compared: some file systems ignore case and Unicode composition. */
function comparedAs(name: string): string {
  // Both directions, since some characters change case in one direction alone, such as ß and ẞ.
  const folded = name.normalize('NFKD').toLowerCase().toUpperCase();
  return folded.replace(UNSEEN, '').normalize('NFKC');
}
