import { makeContents } from '../../src/demo/music/contents.ts';
import { type DemoLibrary, makeLibrary } from '../../src/demo/music/data.ts';
import { ALL_IRREGULAR, makeUneven } from '../../src/demo/music/irregular-items.ts';
import { DEMO_USER, FRIENDS, ownerOf } from '../../src/demo/music/owners.ts';
import type { WirePlaylist } from '../../src/demo/music/wire.ts';

const ITEMS = 130;

/** The playlist of this library that begins with an irregular entry of each kind. */
export const UNEVEN_ID = '0000000000000000Uneven';
/** The playlist of this library with another owner. */
export const FOREIGN_ID = '000000000000000Foreign';

/** Makes a small library: one playlist with irregular entries, one of another owner, and ordinary ones. */
export function unevenLibrary(): DemoLibrary {
  const { playlists: ordinary } = makeLibrary({ playlists: 4 });
  const playlists = ordinary.flatMap((playlist, place) => {
    if (playlist === null) return [];
    return [place === 0 ? uneven(playlist) : place === 1 ? foreign(playlist) : playlist];
  });
  return {
    user: DEMO_USER,
    playlists,
    ...makeContents({ playlists, seed: 7, vary: makeUneven }),
  };
}

function uneven(playlist: WirePlaylist): WirePlaylist {
  return {
    ...playlist,
    id: UNEVEN_ID,
    name: ALL_IRREGULAR,
    owner: ownerOf(DEMO_USER),
    collaborative: false,
    public: false,
    description: 'Rock &amp; roll &#x27;til &lt;b&gt;late&lt;/b&gt;',
    external_urls: { spotify: `https://open.spotify.com/playlist/${UNEVEN_ID}` },
    items: { href: `https://api.spotify.com/v1/playlists/${UNEVEN_ID}/items`, total: ITEMS },
  };
}

function foreign(playlist: WirePlaylist): WirePlaylist {
  return {
    ...playlist,
    id: FOREIGN_ID,
    name: 'Somebody Else’s',
    owner: ownerOf(FRIENDS[0]),
    collaborative: false,
    external_urls: { spotify: `https://open.spotify.com/playlist/${FOREIGN_ID}` },
  };
}
