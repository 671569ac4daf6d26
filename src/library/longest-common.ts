/** Most pairs of equal entries that are weighed against each other; longer lists of doubles pair in their order. */
const MOST_PAIRS = 3_000_000;

/**
 * Gives the longest common subsequence of two lists, as the index in the second for each entry of the first, or -1
 * (Hunt and Szymanski, 1977: the longest increasing subsequence of the places of equal entries).
 */
export function longestCommon(one: readonly string[], other: readonly string[]): Int32Array {
  const pairs = new Int32Array(one.length).fill(-1);
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  for (let at = 0; at < start; at += 1) pairs[at] = at;
  for (let at = 1; at <= end; at += 1) pairs[one.length - at] = other.length - at;
  const middle = one.slice(start, one.length - end);
  for (const [from, to] of increasing(placesIn(middle, other, start, other.length - end)))
    pairs[from + start] = to;
  return pairs;
}

/** Gives the places in the other list of each entry, the last one first, so that an entry pairs once at most. */
function placesIn(
  one: readonly string[],
  other: readonly string[],
  start: number,
  end: number,
): readonly (readonly number[])[] {
  const places = new Map<string, number[]>();
  for (let at = end - 1; at >= start; at -= 1) {
    const entry = other[at] ?? '';
    const known = places.get(entry);
    if (known) known.push(at);
    else places.set(entry, [at]);
  }
  const all = one.map((entry) => places.get(entry) ?? []);
  if (all.reduce((sum, { length }) => sum + length, 0) <= MOST_PAIRS) return all;
  const seen = new Map<string, number>();
  return one.map((entry, at) => {
    const count = (seen.get(entry) ?? 0) + 1;
    seen.set(entry, count);
    return all[at]?.slice(-count, 1 - count || undefined) ?? [];
  });
}

/** Gives the longest sequence of pairs, from its end, that increases in the index of the entry and in its place. */
function* increasing(all: readonly (readonly number[])[]): Generator<readonly [number, number]> {
  /** The lowest place that ends a sequence, and the pair that does, by the length of the sequence less one. */
  const ends: number[] = [];
  const pairAt: number[] = [];
  const [froms, tos, previous]: [number[], number[], number[]] = [[], [], []];
  for (const [from, places] of all.entries())
    for (const to of places) {
      const length = firstNotBelow(ends, to);
      if (ends[length] === to) continue;
      ends[length] = to;
      pairAt[length] = froms.length;
      froms.push(from);
      tos.push(to);
      previous.push(pairAt[length - 1] ?? -1);
    }
  for (let pair = pairAt.at(-1) ?? -1; pair >= 0; pair = previous[pair] ?? -1)
    yield [froms[pair] ?? 0, tos[pair] ?? 0];
}

function firstNotBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
