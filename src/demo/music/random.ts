const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A seeded pseudorandom generator: the same seed gives the same values in the same order. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  fraction(): number;
  /** An integer from 0 up to, not including, `end`. */
  below(end: number): number;
  /** One of the values, uniformly distributed. */
  pick<T>(values: readonly [T, ...T[]]): T;
  /** A base62 string, as in Spotify's IDs. */
  base62(length: number): string;
}

/** Hashes a text to a seed (FNV-1a), so that different things differ. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Makes a generator from a seed (mulberry32); for made-up data, never for secrets. */
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
