import type { User } from '../library/types.ts';
import { IRREGULARITIES } from './irregular-playlists.ts';
import { DESCRIPTIONS, NAMES } from './names.ts';
import { DEMO_USER, FRIENDS, ownerOf } from './owners.ts';
import { type Chance, makeChance } from './random.ts';
import type { WireImage, WirePlaylist } from './wire-playlist.ts';

const DEMO_SEED = 1973;
const DISTINCT_PLAYLISTS = 140;
/** Irregular playlists come one by one after so many ordinary ones. */
const FIRST_IRREGULAR = 24;

/** Everything the simulated Spotify holds for one person. */
export interface DemoLibrary {
  readonly user: User;
  /** The list of playlists as Spotify sends it, in the newer dialect, with its null entries. */
  readonly playlists: readonly (WirePlaylist | null)[];
}

/** How a made-up library is to be. */
export interface LibraryOptions {
  readonly playlists: number;
  /** Same seed, same library. */
  readonly seed?: number;
  /** Whether playlists have covers on Spotify's image hosts; false where not given. */
  readonly hasCovers?: boolean;
}

/** Makes a library of any size in which every playlist is ordinary and distinct. */
export function makeLibrary(options: LibraryOptions): DemoLibrary {
  const chance = makeChance(options.seed ?? DEMO_SEED);
  const playlists = ordinaryPlaylists(chance, options.playlists).map((playlist) =>
    options.hasCovers === true ? { ...playlist, images: covers(chance) } : playlist,
  );
  return { user: DEMO_USER, playlists };
}

/** Makes the demo's library: 143 entries, of which 2 are null and 1 is a repetition. */
export function demoLibrary(): DemoLibrary {
  const chance = makeChance(DEMO_SEED);
  const ordinary = ordinaryPlaylists(chance, DISTINCT_PLAYLISTS - IRREGULARITIES.length);
  const irregular = ordinaryPlaylists(chance, IRREGULARITIES.length).map(
    (playlist, place) => IRREGULARITIES[place]?.(playlist) ?? playlist,
  );
  const playlists: (WirePlaylist | null)[] = ordinary.flatMap((playlist, place) => [
    playlist,
    ...(place < FIRST_IRREGULAR ? [] : irregular.splice(0, 1)),
  ]);
  playlists.splice(57, 0, null);
  playlists.splice(101, 0, null);
  playlists.splice(131, 0, ...playlists.slice(3, 4));
  return { user: DEMO_USER, playlists };
}

function ordinaryPlaylists(chance: Chance, count: number): readonly WirePlaylist[] {
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

function covers(chance: Chance): readonly WireImage[] {
  const image = chance.base62(40).toLowerCase();
  if (chance.fraction() < 0.3) {
    return [
      { url: `https://image-cdn-ak.spotifycdn.com/image/${image}`, height: null, width: null },
    ];
  }
  return [640, 300, 60].map((size) => ({
    url: `https://mosaic.scdn.co/${size}/${image}`,
    height: size,
    width: size,
  }));
}
