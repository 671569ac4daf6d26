import { http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { demoLibrary } from '../../../src/demo/music/data.ts';
import type { SimulatedSpotifyOptions } from '../../../src/demo/simulated-spotify.ts';
import { getPlaylist } from '../../../src/spotify/playlist.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { simulateSpotify } from '../../support/unit/spotify.ts';
import { codeFor, redeem } from '../../support/unit/spotify-requests.ts';
import { json } from '../../support/unit/token-answers.ts';
import { SPOTIFY_URL, WIRE_PLAYLIST } from './wire-playlist.ts';

const PLAYLIST = `${SPOTIFY_API}/v1/playlists/:id`;
const network = useNetwork();
const { signal } = new AbortController();

async function parse(members: object) {
  network.use(http.get(PLAYLIST, json({ ...WIRE_PLAYLIST, ...members })));
  return getPlaylist(openConnection(), WIRE_PLAYLIST.id, signal);
}

test('a playlist with its details', async () => {
  expect(await parse({ description: 'Soft &amp; slow' })).toEqual({
    id: WIRE_PLAYLIST.id,
    name: 'Morning Coffee',
    owner: 'Ada',
    ownerId: 'ada',
    tracksTotal: 9,
    visibility: 'public',
    spotifyUrl: SPOTIFY_URL,
    coverUrl: 'https://mosaic.scdn.co/60/ab67',
    snapshotId: 'AAAAC',
    description: 'Soft & slow',
    givesItems: true,
  });
});

test.each([
  ['', null],
  [null, null],
  [undefined, null],
  [7, null],
  [' \n', null],
  ['Rock &#x27;n&#39; roll', "Rock 'n' roll"],
  ['&quot;&lt;b&gt;&apos;', `"<b>'`],
  ['<a href="https://open.spotify.com/artist/x">Some Artist</a> &amp; more', 'Some Artist & more'],
  ['<A HREF=spotify:artist:x>Some</A> <b>bold</b><br/>', 'Some bold'],
  ['typed &lt;a&gt;b&lt;/a&gt;', 'typed <a>b</a>'],
  ['<b>&lt;a href="x"&gt;</b>', '<a href="x">'],
  ['I <3 you, 1 < 2 > 0, <- and ->', 'I <3 you, 1 < 2 > 0, <- and ->'],
  ['an open <a href="x', 'an open <a href="x'],
  ['<a href="https://evil.example/"></a>', null],
  ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
  ['&#128514;&#x1F602;', '😂😂'],
  ['AT&T &copy; &unknown; &', 'AT&T &copy; &unknown; &'],
  ['&#0;&#x110000;&#9999999;&#;', '&#0;&#x110000;&#9999999;&#;'],
  ['&AMP;&LT;', '&<'],
])('a description of %j reads %j', async (description, expected) => {
  expect((await parse({ description })).description).toBe(expected);
});

test.each([
  ['items', { items: { total: 0 } }, true],
  ['tracks', { items: undefined, tracks: { total: 9 } }, true],
  ['contents without a count', { items: {} }, true],
  ['items of null', { items: null }, false],
  ['neither', { items: undefined }, false],
])('whether Spotify gives the contents, from an answer with %s', async (_, members, givesItems) => {
  expect(await parse(members)).toMatchObject({ givesItems });
});

test('the filter names what is shown, in both dialects, and no rows', async () => {
  const asked: URL[] = [];
  const answer = ({ request }: { readonly request: Request }) => {
    asked.push(new URL(request.url));
    return Response.json(WIRE_PLAYLIST);
  };
  network.use(http.get(PLAYLIST, answer));
  await getPlaylist(openConnection(), 'a/b?', signal);
  expect(asked[0]?.pathname).toBe('/v1/playlists/a%2Fb%3F');
  expect([...(asked[0]?.searchParams.keys() ?? [])]).toEqual(['fields']);
  expect(asked[0]?.searchParams.get('fields')).toMatch(/,items\(total\),tracks\(total\)$/);
});

test('a playlist that there is not, and an answer that is none', async () => {
  network.use(http.get(PLAYLIST, json({ error: { status: 404, message: 'Not found' } }, 404)));
  const missing = getPlaylist(openConnection(), 'p1', signal);
  await expect(missing).rejects.toMatchObject({ kind: 'not-found' });
  await expect(parse({ id: null })).rejects.toMatchObject({ kind: 'unexpected-answer' });
});

/** A connection to a simulated Spotify, with an access token of its own. */
async function connectTo(options: Partial<SimulatedSpotifyOptions>) {
  simulateSpotify(network, openBrowser(), options);
  const { access_token } = (await redeem(await codeFor())).body;
  const headers = { Authorization: `Bearer ${access_token}` };
  return openConnection({ fetch: (url, init) => fetch(url, { ...init, headers }) });
}

test.each(['items', 'tracks', 'mixed'] as const)(
  'the demo’s playlists open with their details (dialect "%s")',
  async (dialect) => {
    const library = demoLibrary();
    const connection = await connectTo({ library, dialect });
    const open = (name: string) => {
      const id = library.playlists.find((entry) => entry?.name === name)?.id ?? '';
      return getPlaylist(connection, id, signal);
    };
    const total = { tracksTotal: expect.any(Number), givesItems: true };
    expect(await open('Salt & Pepper')).toMatchObject({
      ...total,
      description: "Rock & roll 'til <b>late</b>",
    });
    expect(await open('Nothing to Say')).toMatchObject({ ...total, description: null });
    if (dialect === 'tracks') return;
    expect(await open('Followed from Afar')).toMatchObject({
      givesItems: false,
      tracksTotal: null,
    });
  },
);
