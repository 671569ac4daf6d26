/** Members of an object parsed from JSON, none of them checked yet. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value is an object. */
export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

/** Gives the members of an object, else an empty object. */
export function membersOf(value: unknown): Members {
  return isObject(value) ? value : {};
}

/** Gives a string, else `null`. */
export function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Gives a number, else `null`. */
export function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** Gives an absolute URL parsed from a string, else `null`. */
export function urlIn(value: unknown): URL | null {
  try {
    return typeof value === 'string' ? new URL(value) : null;
  } catch {
    return null;
  }
}

/** Gives a boolean, else `null`. */
export function booleanIn(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** Gives an array with unchecked elements, else `null`. */
export function listIn(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}
