/** Tells whether a value is of one type. */
export type Guard<T> = (value: unknown) => value is T;

/** One guard for every member of a type. */
export type Shape<T> = { readonly [Member in keyof T]-?: Guard<T[Member]> };

/** Whether a stored value has the shape; further members do not matter. */
export function fits<T>(value: unknown, shape: Shape<T>): value is T {
  const members: Readonly<Record<string, unknown>> = Object(value);
  if (members !== value) return false;
  for (const name in shape) if (!shape[name](members[name])) return false;
  return true;
}

/** Whether a value is text. */
export const isString: Guard<string> = (value) => typeof value === 'string';

/** Larger numbers are none of ours; as times in ms they would be in the year 5138. */
const LARGEST = 1e14;

/** Whether a value is a number that can be reckoned with, also as a time. */
export const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && Math.abs(value) < LARGEST;

/** Whether a value is yes or no. */
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

/** Whether a value is a list of texts. */
export const isStrings: Guard<readonly string[]> = (value): value is readonly string[] =>
  Array.isArray(value) && value.every(isString);

/** Makes a guard that lets `null` through too. */
export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** Reads stored JSON; malformed text counts as `null`. */
export function fromJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
