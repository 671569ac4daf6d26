/** One measure of the table that the report ends with. */
export interface Target {
  readonly measure: string;
  /** The app's value as it is shown, with its unit. */
  readonly app: string;
  /** What it is compared with: the reference page, or another value of the app. */
  readonly floor: string;
  /** The app's value by the other one. */
  readonly ratio: string;
  readonly target: string;
  /** Nothing where it was not measured. */
  readonly holds: boolean | undefined;
}

/** A target before it is shown. */
interface Aim {
  readonly measure: string;
  readonly app: number;
  readonly unit?: string;
  /** What the app is compared with, in the same unit. */
  readonly floor?: number | undefined;
}

/** Says whether a value keeps to its limit. */
export function most(aim: Aim, limit: number): Target {
  return judged(aim, aim.app <= limit, `at most ${withUnit(limit, aim.unit)}`);
}

/** Says whether the app took no more than so many times as long as what it is compared with. */
export function mostTimes(aim: Aim & { readonly floor: number }, limit: number): Target {
  return judged(aim, aim.app / aim.floor <= limit, `at most ${limit} times`);
}

/** Says of a measure that this run did not take it; it neither holds nor is missed. */
export function notMeasured(measure: string, why: string): Target {
  return { measure, app: '', floor: '', ratio: '', target: why, holds: undefined };
}

/** Puts a target that was judged elsewhere into the words of the table. */
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
