/**
 * Returns a function that makes a value on its first call and returns the same value afterwards. For formatters and
 * collators of `Intl`: constructing one blocks the main thread for some 10 ms on a fast computer, which would delay the
 * first rows.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
