/** A bin of a histogram over time: the days from `from` to `to`, inclusive, as `2023-05-01`. */
export interface Bin {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** A range of bins by their indexes, inclusive. */
export interface BinRange {
  readonly first: number;
  readonly last: number;
}

/** A label below a bin. */
export interface Tick {
  /** Index of the bin. */
  readonly place: number;
  /** A year as `2023`, else a month as `2023-05`, else a day as `2023-05-17`. */
  readonly date: string;
}

/** More bins would make the bars too narrow to be told apart. */
const MOST_BINS = 120;
/** More labels would touch each other. */
const MOST_TICKS = 12;

const DAY_MS = 86_400_000;
const YEAR_MONTHS = 12;

/** A division of time into numbered bins; times are in ms since the epoch. */
interface Unit {
  readonly placeOf: (time: number) => number;
  readonly startOf: (place: number) => number;
}

/** Days, weeks, months, quarters and years. */
const UNITS: readonly Unit[] = [
  { placeOf: (time) => time / DAY_MS, startOf: (place) => place * DAY_MS },
  {
    // The epoch began on a Thursday; weeks begin on Mondays.
    placeOf: (time) => Math.floor((time / DAY_MS + 3) / 7),
    startOf: (place) => (7 * place - 3) * DAY_MS,
  },
  ...[1, 3, YEAR_MONTHS].map((length) => ({
    placeOf: (time: number) => Math.floor(monthOf(time) / length),
    startOf: (place: number) => Date.UTC(1970, place * length),
  })),
];

/**
 * Counts days such as `2023-05-17` in adjacent bins of one length, the shortest of a day, week, month, quarter or year
 * that needs at most 120 bins; empty days are left out.
 */
export function countDays(days: readonly string[]): readonly Bin[] {
  const counts = new Map<string, number>();
  for (const day of days) if (day !== '') counts.set(day, (counts.get(day) ?? 0) + 1);
  const known = [...counts.keys()].sort();
  const first = Date.parse(known[0] ?? '');
  const last = Date.parse(known.at(-1) ?? '');
  const unit = UNITS.find(({ placeOf }) => placeOf(last) - placeOf(first) < MOST_BINS);
  if (!unit) return [];
  const start = unit.placeOf(first);
  const totals = Array.from({ length: unit.placeOf(last) - start + 1 }, () => 0);
  for (const [day, count] of counts) {
    const place = unit.placeOf(Date.parse(day)) - start;
    totals[place] = (totals[place] ?? 0) + count;
  }
  return totals.map((count, place) => ({
    from: dayAt(unit.startOf(start + place)),
    to: dayAt(unit.startOf(start + place + 1) - DAY_MS),
    count,
  }));
}

/** Gives the first and the last date of a range of bins, as short as possible: two years, months or days. */
export function datesOfRange(bins: readonly Bin[], range: BinRange): readonly [string, string] {
  const { from = '' } = bins[range.first] ?? {};
  const { to = '' } = bins[range.last] ?? {};
  const length = precisionOf(from, to);
  return [from.slice(0, length), to.slice(0, length)];
}

/**
 * Gives the value of a search operator for a range of bins, such as `2023`, `2023-05..2024-01` or `2023-05-17`; `null`
 * for all bins.
 */
export function valueOfRange(bins: readonly Bin[], range: BinRange): string | null {
  if (range.first === 0 && range.last >= bins.length - 1) return null;
  const [from, to] = datesOfRange(bins, range);
  return from === to ? from : `${from}..${to}`;
}

/**
 * Gives the bins that the value of a search operator covers, completely or in part; `null` where it covers none, or is
 * no date or range.
 */
export function rangeOfValue(bins: readonly Bin[], value: string | null): BinRange | null {
  const [, from, dots, end] = /^([\d-]*)(?:(\.\.?)([\d-]*))?$/.exec(value ?? '') ?? [];
  if (from === undefined || !value) return null;
  const to = dots === undefined ? from : end;
  const isIn = (bin: Bin) =>
    bin.to.slice(0, from.length) >= from && (!to || bin.from.slice(0, to.length) <= to);
  const first = bins.findIndex(isIn);
  return first < 0 ? null : { first, last: bins.findLastIndex(isIn) };
}

/** Gives the labels of the axis: the years that begin in a bin, else the months, else the first day. */
export function ticksOf(bins: readonly Bin[]): readonly Tick[] {
  for (const length of [4, 7]) {
    const begun = bins.flatMap(({ from, to }, place) => {
      const date = to.slice(0, length);
      // A bin begins a year where it contains its first day.
      const start = `${date}-01-01`.slice(0, 10);
      return from <= start && start <= to ? [{ place, date }] : [];
    });
    // One year alone would say little about the length of the axis.
    if (begun.length > 1 || (length === 7 && begun.length > 0)) {
      const step = Math.ceil(begun.length / MOST_TICKS);
      return begun.filter(({ date }) => Number(date.slice(length - 2)) % step === 0 || step === 1);
    }
  }
  return bins.slice(0, 1).map(({ from }) => ({ place: 0, date: from }));
}

/** Length of the shortest dates that name a first and a last day. */
function precisionOf(from: string, to: string): number {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return 4;
  const isMonth = from.endsWith('-01') && dayAt(Date.parse(to) + DAY_MS).endsWith('-01');
  return isMonth ? 7 : 10;
}

/** Months since 1970. */
function monthOf(time: number): number {
  const date = new Date(time);
  return YEAR_MONTHS * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
