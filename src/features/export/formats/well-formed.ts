/** Replaces half characters (lone surrogates), which no UTF-8 file can hold, by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
