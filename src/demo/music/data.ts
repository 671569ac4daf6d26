import type { User } from '../../library/types.ts';
import { type Contents, makeContents } from './contents.ts';
import { makeUneven } from './irregular-items.ts';
import { IRREGULARITIES } from './irregular-playlists.ts';
import { ordinaryPlaylists } from './ordinary-playlists.ts';
import { DEMO_USER } from './owners.ts';
import { type Chance, makeChance } from './random.ts';
import type { WireImage, WirePlaylist } from './wire.ts';

const DEMO_SEED = 1973;
const DISTINCT_PLAYLISTS = 140;
const LIKED = 3412;
/** From this ordinary playlist on, each is followed by one irregular one, until all are listed. */
const FIRST_IRREGULAR = 24;

/** The owner of a library and the list of playlists. */
export interface LibraryLists {
  readonly user: User;
  /** The list of playlists as Spotify sends it, in the newer dialect, with its null entries. */
  readonly playlists: readonly (WirePlaylist | null)[];
}

/** The library of one person at the simulated Spotify. */
export interface DemoLibrary extends LibraryLists, Contents {}

/** Options of a generated library. */
export interface LibraryOptions {
  readonly playlists: number;
  /** Libraries of one seed are equal. */
  readonly seed?: number;
  /** Whether playlists have covers on Spotify's image hosts; false by default. */
  readonly hasCovers?: boolean;
  /** Number of liked songs; 0 by default. */
  readonly liked?: number;
  /** Entries of every playlist of the demo user; varies by default. */
  readonly itemsPerPlaylist?: number;
  /** Whether albums, shows, episodes and audiobooks are saved; false by default. */
  readonly hasSaved?: boolean;
}

/** Makes a library of any size in which every playlist is ordinary and distinct. */
export function makeLibrary(options: LibraryOptions): DemoLibrary {
  const { seed = DEMO_SEED, liked = 0, itemsPerPlaylist, hasSaved = false } = options;
  const chance = makeChance(seed);
  const playlists = ordinaryPlaylists(chance, options.playlists)
    .map((playlist) =>
      options.hasCovers === true ? { ...playlist, images: covers(chance) } : playlist,
    )
    .map((playlist) => withTotal(playlist, itemsPerPlaylist));
  return { user: DEMO_USER, playlists, ...makeContents({ playlists, seed, liked, hasSaved }) };
}

/** Makes the demo's library: 143 entries, of which 2 are null and 1 is a duplicate; 3,412 liked songs. */
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
  const contents = makeContents({
    playlists,
    seed: DEMO_SEED,
    liked: LIKED,
    vary: makeUneven,
    hasDuplicates: true,
    hasSaved: true,
  });
  return { user: DEMO_USER, playlists, ...contents };
}

function withTotal(playlist: WirePlaylist, total: number | undefined): WirePlaylist {
  const { items, owner } = playlist;
  if (total === undefined || !items || owner?.id !== DEMO_USER.id) return playlist;
  return { ...playlist, items: { ...items, total } };
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
