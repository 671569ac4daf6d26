/** A stretch of time and how much falls into it. */
export interface Bin {
  /** Its first and its last year or month, as `1980` or `2023-05`; both are within it. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** As many bars as have room where each can be hit with a finger. */
const MOST_BINS = 12;

const MONTHS = 12;

/** Lengths of bins, in years. */
const YEARS = [1, 2, 5, 10, 20, 50, 100, 1_000];

/**
 * Counts days such as `1973-03-01`, which may be less exact, in bins of one length without a gap
 * between them: of months where those are asked for and few suffice, else of years. The first and the
 * last year are those of the days.
 */
export function countDays(days: readonly string[], finest: 'month' | 'year'): readonly Bin[] {
  // Spotify writes an unknown year as 0000.
  const known = days.filter((day) => /^[1-9]\d{3}/.test(day));
  if (known.length === 0) return [];
  const months = finest === 'month' && countIn(known, 1, monthOf);
  if (months)
    return months.counts.map((count, place) => {
      const month = monthAt(months.first + place);
      return { from: month, to: month, count };
    });
  const [oldest, newest] = rangeOf(known.map(yearOf));
  for (const length of YEARS) {
    const years = countIn(known, length, yearOf);
    if (years)
      return years.counts.map((count, place) => {
        const from = (years.first + place) * length;
        return {
          from: String(Math.max(from, oldest)),
          to: String(Math.min(from + length - 1, newest)),
          count,
        };
      });
  }
  return [];
}

/** Counts in bins of a length, from the first that holds anything; nothing where these are too many. */
function countIn(
  days: readonly string[],
  length: number,
  unitOf: (day: string) => number,
): { readonly first: number; readonly counts: readonly number[] } | undefined {
  const places = days.map((day) => Math.floor(unitOf(day) / length));
  const [first, last] = rangeOf(places);
  if (last - first >= MOST_BINS) return undefined;
  const counts = Array.from({ length: last - first + 1 }, () => 0);
  for (const place of places) counts[place - first] = (counts[place - first] ?? 0) + 1;
  return { first, counts };
}

/** Gives the least and the greatest; there may be more numbers than a function takes. */
function rangeOf(numbers: readonly number[]): readonly [number, number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, most], number) => [Math.min(least, number), Math.max(most, number)],
    [Infinity, -Infinity],
  );
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
