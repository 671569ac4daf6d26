/** What the status line of the playlists tells about. */
export interface PlaylistsProgress {
  readonly phase: 'loading' | 'complete' | 'failed';
  readonly loaded: number;
  readonly expected: number | undefined;
  /** How many the search has found; `undefined` while nobody searches. */
  readonly found: number | undefined;
}

const numbers = new Intl.NumberFormat('en');

/** Puts the state of the playlist table into one short line. */
export function playlistsStatus(progress: PlaylistsProgress): string {
  const { phase, loaded, expected, found } = progress;
  if (found !== undefined) return `${numbers.format(found)} of ${count(loaded)}`;
  if (phase === 'complete') return count(loaded);
  if (expected === undefined) return phase === 'loading' ? 'Loading playlists' : '';
  return `${numbers.format(loaded)} of ${count(expected)} loaded`;
}

function count(playlists: number): string {
  return playlists === 1 ? '1 playlist' : `${numbers.format(playlists)} playlists`;
}
