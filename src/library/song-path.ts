/** Gives the path below the base path of the page that shows where a song is, by its URI or its title. */
export function songPathOf(uriOrTitle: string): string {
  return `songs?q=${encodeURIComponent(uriOrTitle)}`;
}
