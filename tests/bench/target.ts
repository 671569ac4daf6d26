/** One row of the table of targets at the end of the report. */
export interface Target {
  readonly measure: string;
  /** The formatted value of the app, with its unit. */
  readonly app: string;
  /** The value for comparison: the reference page's, or another one of the app. */
  readonly floor: string;
  /** Ratio of the app's value to the other one. */
  readonly ratio: string;
  readonly target: string;
  /** `undefined` where it was not measured. */
  readonly holds: boolean | undefined;
}

/** A target before it is formatted. */
interface Aim {
  readonly measure: string;
  readonly app: number;
  readonly unit?: string;
  /** The value for comparison, in the same unit. */
  readonly floor?: number | undefined;
}

/** Compares a value with its limit. */
export function most(aim: Aim, limit: number): Target {
  return judged(aim, aim.app <= limit, `at most ${withUnit(limit, aim.unit)}`);
}

/** Compares the ratio of two times with its limit. */
export function mostTimes(aim: Aim & { readonly floor: number }, limit: number): Target {
  return judged(aim, aim.app / aim.floor <= limit, `at most ${limit} times`);
}

/** Marks a measure that this run did not take; it is neither met nor missed. */
export function notMeasured(measure: string, why: string): Target {
  return { measure, app: '', floor: '', ratio: '', target: why, holds: undefined };
}

/** Formats a target that was judged elsewhere. */
export function judged(aim: Aim, holds: boolean, target: string): Target {
  const { measure, app, unit, floor } = aim;
  return {
    measure,
    app: withUnit(app, unit),
    floor: floor === undefined ? '' : withUnit(floor, unit),
    ratio: floor ? (app / floor).toFixed(2) : '',
    target,
    holds,
  };
}

function withUnit(value: number, unit = ''): string {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : 2;
  return `${value.toFixed(digits)} ${unit}`.trim();
}
