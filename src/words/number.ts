/** Formats a whole number in groups of three digits. Creating an `Intl.NumberFormat` would delay the first rows. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Formats a number of playlists. */
export function formatPlaylists(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'playlist' : 'playlists'}`;
}

/** Formats a number of entries of a playlist: songs, episodes and local files. */
export function formatTracks(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'track' : 'tracks'}`;
}

/** Formats a number of liked songs. */
export function formatSongs(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'song' : 'songs'}`;
}

/** Formats a size in bytes, such as "1.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const isLarge = bytes >= 999_500;
  const value = bytes / (isLarge ? 1_000_000 : 1_000);
  return `${value < 10 ? value.toFixed(1) : formatNumber(Math.round(value))} ${isLarge ? 'MB' : 'kB'}`;
}
