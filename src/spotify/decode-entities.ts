/** Named character references of the characters with a meaning in markup (HTML, section 13.5). */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const CHARACTER_REFERENCES = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const LAST_CODE_POINT = 0x10ffff;

/** Tags of Spotify's own links: it escapes what people type. */
const TAGS = /<\/?[a-z][^<>]*>/gi;

/**
 * Gives the text of Spotify's descriptions without tags and with HTML escapes decoded; each reference is decoded once
 * and after the tags are dropped, so that typed markup stays text.
 */
export function markupToText(markup: string): string {
  return markup
    .replace(TAGS, '')
    .replace(CHARACTER_REFERENCES, (reference, decimal, hexadecimal, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? reference;
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : reference;
    });
}
