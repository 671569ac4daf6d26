/** The members of an object that came as JSON, each of which may be anything. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value has members at all. */
export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

/** Gives the members of an object; anything else has none. */
export function membersOf(value: unknown): Members {
  return isObject(value) ? value : {};
}

/** Gives a text, else `null`. */
export function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Gives a number, else `null`. */
export function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** Gives an absolute URL that came as text, else `null`. */
export function urlIn(value: unknown): URL | null {
  try {
    return typeof value === 'string' ? new URL(value) : null;
  } catch {
    return null;
  }
}

/** Gives a truth value, else `null`. */
export function booleanIn(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** Gives a list, of whatever it may be, else `null`. */
export function listIn(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}
