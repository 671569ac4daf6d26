import { DESCRIPTIONS, NAMES } from './names.ts';
import { DEMO_USER, FRIENDS, ownerOf } from './owners.ts';
import type { Chance } from './random.ts';
import type { WirePlaylist } from './wire-playlist.ts';

/** Makes playlists in which nothing is missing, each with a name of its own. */
export function ordinaryPlaylists(chance: Chance, count: number): readonly WirePlaylist[] {
  return Array.from({ length: count }, (_, place) => ordinaryPlaylist(chance, place));
}

function ordinaryPlaylist(chance: Chance, place: number): WirePlaylist {
  const id = chance.base62(22);
  const href = `https://api.spotify.com/v1/playlists/${id}`;
  const isOwn = chance.fraction() < 0.7;
  const owner = ownerOf(isOwn ? DEMO_USER : chance.pick(FRIENDS));
  const total = songCount(chance);
  const collaborative = chance.fraction() < 0.08;
  const hasCount = isOwn || collaborative || chance.fraction() < 0.6;
  return {
    collaborative,
    description: chance.pick(DESCRIPTIONS),
    external_urls: { spotify: `https://open.spotify.com/playlist/${id}` },
    href,
    id,
    images: [],
    ...(hasCount && { items: { href: `${href}/items`, total } }),
    name: nameAt(place),
    owner,
    primary_color: null,
    public: !collaborative && (chance.fraction() < 0.6 || !isOwn),
    snapshot_id: `AAAA${chance.base62(28)}`,
    type: 'playlist',
    uri: `spotify:playlist:${id}`,
  };
}

/** Most playlists are short and few are long: half below 70 songs, hardly any above 1,500. */
function songCount(chance: Chance): number {
  const middling = (chance.fraction() + chance.fraction()) / 2;
  return Math.floor(Math.exp(1.2 + 6.9 * middling ** 1.2));
}

function nameAt(place: number): string {
  const name = NAMES[place % NAMES.length] ?? NAMES[0];
  const volume = Math.floor(place / NAMES.length) + 1;
  return volume === 1 ? name : `${name}, vol. ${volume}`;
}
