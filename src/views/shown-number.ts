const numbers = new Intl.NumberFormat('en');

/** Writes a number as a person reads it, its digits in groups. */
export function shownNumber(value: number): string {
  return numbers.format(value);
}

/** Writes a number of playlists. */
export function shownPlaylists(count: number): string {
  return `${shownNumber(count)} ${count === 1 ? 'playlist' : 'playlists'}`;
}
