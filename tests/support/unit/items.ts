import type { PlaylistItem } from '../../../src/library/types.ts';

/** The ID of the track below. */
export const ITEM_ID = '3cEYpjA9oz9GiPac4AsH4n';

/** Makes a track without gaps, with some members changed. */
export function item(changes: Partial<PlaylistItem>): PlaylistItem {
  return {
    position: 1,
    kind: 'track',
    title: 'A Song',
    artists: ['Ada', 'Bob'],
    album: 'Tapes',
    addedAt: '2026-08-01T10:00:00Z',
    addedBy: 'ada',
    durationMs: 187_999,
    releaseDate: '1973-03',
    explicit: false,
    isrc: 'SEXXX7300001',
    id: ITEM_ID,
    uri: `spotify:track:${ITEM_ID}`,
    spotifyUrl: `https://open.spotify.com/track/${ITEM_ID}`,
    ...changes,
  };
}

/** An entry whose track Spotify has removed: every member is empty. */
export const GAP = item({
  kind: 'unavailable',
  title: null,
  artists: [],
  album: null,
  addedAt: null,
  addedBy: null,
  durationMs: null,
  releaseDate: null,
  explicit: null,
  isrc: null,
  id: null,
  uri: null,
  spotifyUrl: null,
});
