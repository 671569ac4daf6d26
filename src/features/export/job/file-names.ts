import { wellFormed } from '../formats/format.ts';

/** Most bytes of a name in UTF-8, its ending left out: file systems allow 255, also after they take it apart. */
const LONGEST_BYTES = 120;

/** Characters that Windows forbids, control characters, and those that turn the reading direction round. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Names that Windows keeps for devices, whatever ending follows; it does not count spaces before that. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?= *(\.|$))/i;

/** Characters that are not seen, and that some file systems do not count. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Gives each list a file name of its own. */
export interface FileNames {
  /** Makes a name that no earlier one equals on any file system; `extension` is without the dot. */
  next(name: string, extension: string): string;
}

/** Makes names for the files of one folder. */
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

/** Makes a name, without its ending, that Windows, macOS and Linux accept and show as it is. */
export function safeFileName(name: string): string {
  const characters = wellFormed(name).normalize('NFC').replace(/\s+/g, ' ').replace(UNSAFE, '_');
  const short = ends(atMostBytes(ends(characters)));
  if (short === '') return 'Playlist';
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Windows drops dots and spaces at the end, and a dot at the start hides a file elsewhere. */
function ends(text: string): string {
  return text.replace(/^[. ]+|[. ]+$/g, '');
}

/** Cuts between whole characters as a person sees them. */
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

/** Two names that are equal here are one file on some system: case and composition may not count. */
function comparedAs(name: string): string {
  // Both ways, since some characters change in one direction alone, such as the two sharp s.
  const folded = name.normalize('NFKD').toLowerCase().toUpperCase();
  return folded.replace(UNSEEN, '').normalize('NFKC');
}
