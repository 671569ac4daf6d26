import { shownNumber, shownPlaylists } from './shown-number.ts';

/** What the status line of the playlists tells about. */
export interface PlaylistsProgress {
  readonly phase: 'loading' | 'complete' | 'failed';
  readonly loaded: number;
  readonly expected: number | undefined;
  /** How many the search has found; `undefined` while nobody searches. */
  readonly found: number | undefined;
}

/** Puts the state of the playlist table into one short line. */
export function playlistsStatus(progress: PlaylistsProgress): string {
  const { phase, loaded, expected, found } = progress;
  if (found !== undefined) return `${shownNumber(found)} of ${shownPlaylists(loaded)}`;
  if (phase === 'complete') return shownPlaylists(loaded);
  if (expected === undefined) return phase === 'loading' ? 'Loading playlists' : '';
  return `${shownNumber(loaded)} of ${shownPlaylists(expected)} loaded`;
}
