import { http } from 'msw';
import type { SetupServer } from 'msw/node';
import { SPOTIFY_API } from '../../../src/config.ts';
import { getPlaylistItemsPage } from '../../../src/spotify/playlist-items.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { json } from '../../support/unit/token-answers.ts';

/** Address of the items of the playlist that `getPage` reads. */
export const ITEMS = `${SPOTIFY_API}/v1/playlists/p1/items`;

/** A track as Spotify sends it. */
export const TRACK = {
  type: 'track',
  id: 't1',
  uri: 'spotify:track:t1',
  name: 'A Song',
  duration_ms: 187_999,
  explicit: false,
  artists: [{ name: 'Ada' }, { name: 'Bob' }],
  album: {
    name: 'Tapes',
    release_date: '1973-03',
    images: [
      { url: 'https://i.scdn.co/image/640', width: 640 },
      { url: 'https://i.scdn.co/image/64', width: 64 },
    ],
  },
  external_ids: { isrc: 'SEXXX7300001' },
  external_urls: { spotify: 'https://open.spotify.com/track/t1' },
};

/** What an entry tells of a track beside the track itself. */
export const ENTRY = { added_at: '2026-08-01T10:00:00Z', added_by: { id: 'ada' }, is_local: false };

/** Gets a page with these entries, from an answer in which nothing else is odd but what the frame changes. */
export async function getPage(
  network: SetupServer,
  items: unknown,
  frame: object = {},
  offset = 0,
) {
  const { signal } = new AbortController();
  const body = { items, limit: 50, next: null, offset, total: 1, ...frame };
  network.use(http.get(ITEMS, json(body)));
  return getPlaylistItemsPage(openConnection(), 'p1', offset, signal);
}
