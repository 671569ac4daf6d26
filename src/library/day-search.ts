import type { Condition } from './query.ts';

/** A year, month or day, or `1980..1989` with its halves, also while it is typed. */
const DAYS = /^([\d-]*)(?:(\.\.?)([\d-]*))?$/;

/** Makes the operator that finds rows by a day such as `1973-03-01`, which may be less exact, or empty. */
export function findsByDay<Row>(
  dayOf: (row: Row) => string,
): (value: string) => Condition<Row> | null {
  return (value) => {
    const [typed, from = '', dots, to = ''] = DAYS.exec(value) ?? [];
    if (typed === undefined) return null;
    if (dots === undefined) return (row) => dayOf(row).startsWith(from);
    return (row) => {
      const day = dayOf(row);
      return day !== '' && day >= from && day.slice(0, to.length) <= to;
    };
  };
}
