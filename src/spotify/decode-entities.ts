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

/** Decodes the HTML escapes of Spotify's descriptions; each reference is decoded once, so that no markup results. */
export function decodeEntities(text: string): string {
  return text.replace(CHARACTER_REFERENCES, (reference, decimal, hexadecimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? reference;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : reference;
  });
}
