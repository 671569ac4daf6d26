const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Made-up but repeatable chance: the same seed gives the same answers in the same order. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** One of the values, each as likely as the others. */
  pick<T>(values: readonly [T, ...T[]]): T;
  /** A word of base62 letters, as in Spotify's ids. */
  base62(length: number): string;
}

/** Turns a text into a seed (the FNV-1a hash), so that chances for different things differ. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Makes a chance from a seed (the mulberry32 generator); for made-up data, never for secrets. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(fraction() * end);
  return {
    fraction,
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    base62: (length) => Array.from({ length }, () => BASE62.charAt(below(BASE62.length))).join(''),
  };
}
