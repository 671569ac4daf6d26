/** A bin of a histogram over time. */
export interface Bin {
  /** First and last year or month, inclusive, as `1980` or `2023-05`. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** More bins would make the bars too narrow for a finger. */
const MOST_BINS = 12;

const MONTHS = 12;

/** Lengths of bins in years; at most ten bins of 1,000 years cover all years of four digits. */
const YEARS = [1, 2, 5, 10, 20, 50, 100, 1_000];

/**
 * Counts dates of day, month or year precision in adjacent bins of equal length: months if `finest` is
 * `month` and at most 12 of them are needed, else years. The first and the last bin end at the first and
 * the last year of the dates.
 */
export function countDays(days: readonly string[], finest: 'month' | 'year'): readonly Bin[] {
  // Spotify sends an unknown year as 0000.
  const known = days.filter((day) => /^[1-9]\d{3}/.test(day));
  if (known.length === 0) return [];
  if (finest === 'month') {
    const months = known.map(monthOf);
    const range = rangeOf(months);
    if (range.last - range.first < MOST_BINS)
      return countIn(range, months, 1).map(({ first, count }) => {
        const month = monthAt(first);
        return { from: month, to: month, count };
      });
  }
  const years = known.map(yearOf);
  const range = rangeOf(years);
  const { first, last } = range;
  const length = YEARS.find((long) => placeIn(last, long) - placeIn(first, long) < MOST_BINS) ?? 1;
  return countIn(range, years, length).map((bin) => ({
    from: String(Math.max(bin.first, first)),
    to: String(Math.min(bin.first + length - 1, last)),
    count: bin.count,
  }));
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Counts numbers in bins of the given length, each starting at a multiple of it. */
function countIn(
  range: Range,
  numbers: readonly number[],
  length: number,
): readonly { readonly first: number; readonly count: number }[] {
  const start = placeIn(range.first, length);
  const counts = Array.from({ length: placeIn(range.last, length) - start + 1 }, () => 0);
  for (const number of numbers) {
    const place = placeIn(number, length) - start;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((count, place) => ({ first: (start + place) * length, count }));
}

function placeIn(number: number, length: number): number {
  return Math.floor(number / length);
}

/** Finds minimum and maximum, also of more numbers than `Math.min` accepts as arguments. */
function rangeOf(numbers: readonly number[]): Range {
  let first = Infinity;
  let last = -Infinity;
  for (const number of numbers) {
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  return { first, last };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function monthOf(day: string): number {
  return MONTHS * yearOf(day) + Number(day.slice(5, 7)) - 1;
}

function monthAt(month: number): string {
  return `${Math.floor(month / MONTHS)}-${String((month % MONTHS) + 1).padStart(2, '0')}`;
}
