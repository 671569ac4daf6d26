import { http } from 'msw';
import { expect, test } from 'vitest';
import { getPlaylistsPage } from '../../../src/spotify/playlists.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection, PLAYLISTS } from '../../support/unit/playlist-list.ts';
import { json } from '../../support/unit/token-answers.ts';
import { SPOTIFY_URL, WIRE_PLAYLIST } from './wire-playlist.ts';

const network = useNetwork();
const { signal } = new AbortController();

/** Parses a page with this one entry and gives its row. */
async function parse(entry: unknown) {
  const body = { items: [entry], limit: 50, next: null, total: 1 };
  network.use(http.get(PLAYLISTS, json(body)));
  const page = await getPlaylistsPage(openConnection(), 0, signal);
  return page.rows[0];
}

test.each([
  'javascript:alert(document.domain)',
  'https://evil.example/playlist/1',
  'https://open.spotify.com.evil.example/playlist/1',
  'https://open.spotify.com@evil.example/playlist/1',
  'http://open.spotify.com/playlist/1',
  'https://open.spotify.com:8443/playlist/1',
  'data:text/html,<script>alert(1)</script>',
  'spotify:playlist:1',
  '//evil.example',
  'blob:https://open.spotify.com/playlist/1',
  'https://x@open.spotify.com/playlist/1',
  'https://:x@open.spotify.com/playlist/1',
  '',
  null,
  7,
])('[row 52, s22] a link to %j is replaced by one that leads to Spotify', async (spotify) => {
  const row = await parse({ ...WIRE_PLAYLIST, external_urls: { spotify } });
  expect(row?.spotifyUrl).toBe(SPOTIFY_URL);
});

test.each([{ external_urls: {} }, { external_urls: null }, { external_urls: undefined }])(
  '[row 52] a playlist without a link (%j) gets the one that leads to Spotify',
  async (members) => {
    const row = await parse({ ...WIRE_PLAYLIST, ...members });
    expect(row?.spotifyUrl).toBe(SPOTIFY_URL);
  },
);

test('[row 52] an id that tries to be a path leads nowhere else', async () => {
  const row = await parse({ ...WIRE_PLAYLIST, id: '../../x?y#z', external_urls: null });
  expect(row?.spotifyUrl).toBe('https://open.spotify.com/playlist/..%2F..%2Fx%3Fy%23z');
});

test.each([
  'javascript:alert(1)',
  'https://evil.example/cover.jpg',
  'https://scdn.co.evil.example/cover.jpg',
  'https://evilscdn.co/cover.jpg',
  'https://evil-spotifycdn.com/cover.jpg',
  'https://i.scdn.co@evil.example/cover.jpg',
  'http://i.scdn.co/image/ab',
  'https://i.scdn.co:8443/image/ab',
  'data:image/png;base64,AA',
  '//i.scdn.co/image/ab',
  'blob:https://i.scdn.co/image/ab',
  'https://x@i.scdn.co/image/ab',
  '',
])('[row 47, 52, s22] a cover at %j is not shown', async (url) => {
  expect((await parse({ ...WIRE_PLAYLIST, images: [{ url }] }))?.coverUrl).toBeNull();
});

test.each([
  'https://i.scdn.co/image/ab',
  'https://mosaic.scdn.co/60/ab',
  'https://image-cdn-fa.spotifycdn.com/image/ab',
])('[row 47] a cover at %s is shown', async (url) => {
  expect((await parse({ ...WIRE_PLAYLIST, images: [{ url }] }))?.coverUrl).toBe(url);
});

test.each([
  ['https://open.spotify.com\\@x', 'https://open.spotify.com/@x'],
  ['https:open.spotify.com/playlist/1', 'https://open.spotify.com/playlist/1'],
  [' https://OPEN.spotify.com:443/a b\n', 'https://open.spotify.com/a%20b'],
])('[row 52] a link to %j is stored as it was parsed', async (spotify, expected) => {
  const row = await parse({ ...WIRE_PLAYLIST, external_urls: { spotify } });
  expect(row?.spotifyUrl).toBe(expected);
});

test('[row 47, 52] a cover is stored at the address that was parsed', async () => {
  const images = [{ url: 'https://i.scdn.co\\@x' }];
  expect((await parse({ ...WIRE_PLAYLIST, images }))?.coverUrl).toBe('https://i.scdn.co/@x');
});
