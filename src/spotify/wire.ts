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

/** Larger counts are not believed: no list has as many entries, and no track as many ms. */
const LARGEST_COUNT = 1_000_000_000;

/** Whether a value is a whole number that can be a count of entries or ms. */
export function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_COUNT;
}

/** Gives a count of entries or ms, else `null`. */
export function countIn(value: unknown): number | null {
  return isCount(value) ? value : null;
}

/**
 * An https address that the parser of URLs leaves as it is, with its host: plain names that end in letters, and a path
 * of plain words. Parsing it takes longer, and each row of a list has several.
 */
const PLAIN_ADDRESS = /^https:\/\/((?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+)(?:\/\w+)+$/;

/** Gives an https URL without a user part, parsed from a string, else `null`. */
export function httpsUrlIn(value: unknown): Pick<URL, 'host' | 'href' | 'origin'> | null {
  const href = String(value);
  const host = PLAIN_ADDRESS.exec(href)?.[1];
  if (host !== undefined) return { host, href, origin: `https://${host}` };
  try {
    const url = new URL(href);
    return url.protocol === 'https:' && !url.username && !url.password ? url : null;
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
