import type { Condition } from './query.ts';

/** A range such as `10..50`, `10..` or `..50`. */
const RANGE = /^(\d*)\.\.(\d*)$/;
const COMPARISON = /^([<>]?)(=?)(\d*)$/;

/** The least and the most count that an input asks for; `null` where it is no count. */
function boundsIn(value: string): readonly [number, number] | null {
  const range = RANGE.exec(value);
  if (range) return [Number(range[1]), range[2] ? Number(range[2]) : Infinity];
  const [, sign, equal, digits] = COMPARISON.exec(value) ?? [];
  if (digits === undefined) return null;
  const count = Number(digits);
  const next = equal ? 0 : 1;
  if (sign === '>') return [count + next, Infinity];
  return sign === '<' ? [0, count - next] : [count, count];
}

/** Makes the operator for a count, as `7`, `>100`, `<=10` or `10..50`; an unknown count matches nothing. */
export function findsByCount<Row>(
  countOf: (row: Row) => number | null,
): (value: string) => Condition<Row> | null {
  return (value) => {
    // The number is still to be typed.
    if (/^[<>]?=?$/.test(value)) return () => true;
    const bounds = boundsIn(value);
    if (!bounds) return null;
    const [least, most] = bounds;
    return (row) => {
      const count = countOf(row);
      return count !== null && count >= least && count <= most;
    };
  };
}
