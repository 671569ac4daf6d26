/** Type guard of one type. */
export type Guard<T> = (value: unknown) => value is T;

/** One guard for each member of a type. */
export type Shape<T> = { readonly [Member in keyof T]-?: Guard<T[Member]> };

/** Tells whether a stored value has the shape; additional members do not matter. */
export function fits<T>(value: unknown, shape: Shape<T>): value is T {
  const members: Readonly<Record<string, unknown>> = Object(value);
  if (members !== value) return false;
  for (const name in shape) if (!shape[name](members[name])) return false;
  return true;
}

/** Tells whether a value is a string. */
export const isString: Guard<string> = (value) => typeof value === 'string';

/** Upper limit of numbers; as a time in ms it is in the year 5138. */
const LARGEST = 1e14;

/** Tells whether a value is a finite number within the limit, valid as a time. */
export const isNumber: Guard<number> = (value): value is number =>
  typeof value === 'number' && Math.abs(value) < LARGEST;

/** Tells whether a value is a boolean. */
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean';

/** Tells whether a value is an array of strings. */
export const isStrings: Guard<readonly string[]> = (value): value is readonly string[] =>
  Array.isArray(value) && value.every(isString);

/** Makes a guard that also accepts `null`. */
export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** Makes a guard that also accepts a missing member. */
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

/** Parses stored JSON; malformed text counts as `null`. */
export function fromJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
