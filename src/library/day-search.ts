import type { Condition } from './query.ts';

/** A year, month or day, or a range such as `1980..1989` or `1980..`; also matches an incomplete input. */
const DAYS = /^([\d-]*)(?:(\.\.?)([\d-]*))?$/;

/** Makes the operator for a date of day, month or year precision; an empty date is unknown. */
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
