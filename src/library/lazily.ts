/**
 * Returns a function that makes a value when it is first called, and gives the same one after. For formatters and
 * collators of `Intl`: to construct one takes the main thread some 10 ms on a fast computer, which the first rows
 * would wait for.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
