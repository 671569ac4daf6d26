/**
 * Writes a whole number as a person reads it, its digits in groups. By hand: what the browser has for
 * it is slow to make ready, which rows would wait for.
 */
export function shownNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Writes a number of playlists. */
export function shownPlaylists(count: number): string {
  return `${shownNumber(count)} ${count === 1 ? 'playlist' : 'playlists'}`;
}

/** Writes a number of entries of a playlist, be they songs, episodes or files. */
export function shownTracks(count: number): string {
  return `${shownNumber(count)} ${count === 1 ? 'track' : 'tracks'}`;
}

/** Writes a number of liked songs. */
export function shownSongs(count: number): string {
  return `${shownNumber(count)} ${count === 1 ? 'song' : 'songs'}`;
}
