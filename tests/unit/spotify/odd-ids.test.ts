import fc from 'fast-check';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { encodeId } from '../../../src/spotify/addresses.ts';
import { getPlaylist } from '../../../src/spotify/playlist.ts';
import { getPlaylistItemsPage } from '../../../src/spotify/playlist-items.ts';
import { getPlaylistsPage } from '../../../src/spotify/playlists.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection, PLAYLISTS } from '../../support/unit/playlist-list.ts';
import { json } from '../../support/unit/token-answers.ts';
import { anyText, whole } from '../export/exported-rows.ts';
import { getPage, TRACK } from './wire-items.ts';
import { WIRE_PLAYLIST } from './wire-playlist.ts';

const network = useNetwork();
const { signal } = new AbortController();
const HALVES = ['\uD83C', 'half \uDC00', '\uDC00\uD800', 'a\uD800b'];

test.each(HALVES)('an ID of %j costs no row of the list', async (id) => {
  const items = [WIRE_PLAYLIST, { ...WIRE_PLAYLIST, id, external_urls: null }, WIRE_PLAYLIST];
  network.use(http.get(PLAYLISTS, json({ items, limit: 50, next: null, total: 3 })));
  const { rows } = await getPlaylistsPage(openConnection(), 0, signal);
  expect(rows.map((row) => row.id)).toEqual([WIRE_PLAYLIST.id, id, WIRE_PLAYLIST.id]);
  expect(rows[1]?.spotifyUrl).toMatch(/^https:\/\/open\.spotify\.com\/playlist\/[\w%]*%EF%BF%BD/);
});

test.each(HALVES)('an ID of %j costs no row of a playlist', async (id) => {
  const songs = [{ item: TRACK }, { item: { ...TRACK, id, external_urls: null } }];
  const { rows } = await getPage(network, songs);
  expect(rows.map((row) => row.kind)).toEqual(['track', 'track']);
});

test.each(HALVES)('a playlist with the ID %j can be asked for', async (id) => {
  network.use(http.get(`${SPOTIFY_API}/v1/playlists/:id`, json({ ...WIRE_PLAYLIST, id })));
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/:id/items`, json({ items: [], limit: 50, total: 0 })),
  );
  expect((await getPlaylist(openConnection(), id, signal)).id).toBe(id);
  expect((await getPlaylistItemsPage(openConnection(), id, 0, signal)).rows).toEqual([]);
});

test('any ID is one segment of a path, and a whole one is not changed', () => {
  fc.assert(
    fc.property(anyText, (id) => {
      expect(encodeId(id)).toMatch(/^[^/?#\s]*$/);
      expect(decodeURIComponent(encodeId(id))).toBe(whole(id));
    }),
  );
});
