import { makeDiscography } from './discography.ts';
import { DEMO_USER, FRIENDS, personOf } from './owners.ts';
import { type Chance, makeChance, seedOf } from './random.ts';
import { releaseOf } from './releases.ts';
import { makeSaved, NOTHING_SAVED, releaseIn, type SavedContents } from './saved.ts';
import type {
  WireAdder,
  WireEpisode,
  WireItem,
  WirePlaylist,
  WireSavedTrack,
  WireTrack,
} from './wire.ts';

/** Number of different tracks in playlists; prime, so that every stride reaches all of them. */
const KNOWN_SONGS = 4001;
/** Every so many liked songs one is in no playlist. */
const LIKED_ONLY_EVERY = 23;
/** The songs of own files are of this round through all songs. */
const FILE_ROUND = 9;
const LAST_FILE_ADDED = Date.UTC(2019, 4, 5);
const LAST_ADDED = Date.UTC(2026, 10, 20);
const LOCAL_FILE = 'spotify:local:';
const YEAR_MS = 365.25 * 24 * 3_600_000;

/** The demo user's playlist of own files alone. */
export const ALL_LOCAL = 'Local Files Only';

/** An entry without gaps. */
export type OrdinaryItem = WireItem & { readonly item: WireTrack };

/** The contents of the playlists of a library, and the liked songs; made on first use. */
export interface Contents {
  /** The entries of a playlist in the newer dialect; empty for an unknown playlist. */
  items(playlistId: string): readonly WireItem[];
  /** The liked songs, newest first. */
  liked(): readonly WireSavedTrack[];
  readonly likedTotal: number;
  /** What is saved beside songs. */
  saved(): SavedContents;
  /** Finds the track or episode that a URI names; `undefined` also for local files. */
  content(uri: string): WireTrack | WireEpisode | undefined;
  /** Gives the album or the show of this URI as if it were saved, where a song or an episode that is known is of it. */
  release(uri: string): SavedContents;
}

/** Options of generated contents. */
export interface ContentsOptions {
  readonly playlists: readonly (WirePlaylist | null)[];
  readonly seed: number;
  /** Number of liked songs; 0 by default. */
  readonly liked?: number;
  /** Makes the entries of a playlist irregular. */
  readonly vary?: (
    items: readonly OrdinaryItem[],
    playlist: WirePlaylist,
    chance: Chance,
  ) => readonly WireItem[];
  /**
   * Whether some entries are other releases of songs, and some liked songs are in no playlist; false by default.
   */
  readonly hasDuplicates?: boolean;
  /** Whether albums, shows, episodes and audiobooks are saved; false by default. */
  readonly hasSaved?: boolean;
}

/** Makes contents that depend on the seed alone, not on the order of requests. */
export function makeContents(options: ContentsOptions): Contents {
  const { playlists, seed, liked: likedTotal = 0, vary = (items) => items } = options;
  const { hasDuplicates = false, hasSaved = false } = options;
  const discography = makeDiscography(seed);
  const known = new Map<string, readonly WireItem[]>();
  let saved: SavedContents | undefined;
  let liked: readonly WireSavedTrack[] | undefined;
  let byUri: ReadonlyMap<string, WireTrack> | undefined;
  let inLists: ReadonlyMap<string, WireTrack | WireEpisode> | undefined;

  /** Draws tracks without repetition. */
  const drawSongs = (chance: Chance, rounds = 0) => {
    const start = chance.below(KNOWN_SONGS);
    const stride = 1 + chance.below(KNOWN_SONGS - 1);
    return (place: number): WireTrack => {
      const round = rounds + Math.floor(place / KNOWN_SONGS);
      return discography.track(((start + place * stride) % KNOWN_SONGS) + round * KNOWN_SONGS);
    };
  };

  const fill = (playlist: WirePlaylist): readonly WireItem[] => {
    const chance = makeChance(seedOf(`${seed} playlist ${playlist.id}`));
    // A collection of own files has songs that no other playlist has.
    const isOfFiles = hasDuplicates && playlist.name === ALL_LOCAL;
    const songAt = drawSongs(chance, isOfFiles ? FILE_ROUND : 0);
    const lastAdded = isOfFiles ? LAST_FILE_ADDED : LAST_ADDED;
    const number = seedOf(playlist.id);
    const total = (playlist.items ?? playlist.tracks)?.total ?? 3 + chance.below(20);
    const firstAdded = lastAdded - (1 + chance.fraction() * 11) * YEAR_MS;
    const zeal = makeZeal(`${seed} zeal ${playlist.id}`);
    const items = Array.from({ length: total }, (_, place) => ({
      added_at: momentAt(firstAdded, lastAdded, zeal((place + chance.fraction()) / total)),
      added_by: adderOf(playlist, chance),
      is_local: false,
      primary_color: null,
      video_thumbnail: { url: null },
      item: hasDuplicates ? releaseOf(songAt(place), number + place) : songAt(place),
    }));
    return vary(items, playlist, chance);
  };

  const like = (): readonly WireSavedTrack[] => {
    const chance = makeChance(seedOf(`${seed} liked`));
    const songAt = drawSongs(chance);
    const firstAdded = LAST_ADDED - 12 * YEAR_MS;
    const zeal = makeZeal(`${seed} zeal liked`);
    return Array.from({ length: likedTotal }, (_, place) => ({
      added_at: momentAt(LAST_ADDED, firstAdded, zeal((place + chance.fraction()) / likedTotal)),
      track:
        hasDuplicates && place % LIKED_ONLY_EVERY === LIKED_ONLY_EVERY - 1
          ? discography.track(KNOWN_SONGS + place)
          : songAt(place),
    }));
  };

  const songs = () => {
    byUri ??= new Map(
      Array.from({ length: KNOWN_SONGS }, (_, number) => discography.track(number)).map((track) => [
        track.uri,
        track,
      ]),
    );
    return byUri;
  };

  function itemsOf(playlistId: string): readonly WireItem[] {
    const playlist = playlists.find((entry) => entry?.id === playlistId);
    if (!playlist) return [];
    const items = known.get(playlistId) ?? fill(playlist);
    known.set(playlistId, items);
    return items;
  }

  function likedSongs(): readonly WireSavedTrack[] {
    liked ??= like();
    return liked;
  }

  function others(): ReadonlyMap<string, WireTrack | WireEpisode> {
    inLists ??= new Map(
      [
        ...likedSongs().map(({ track }) => track),
        ...playlists.flatMap((each) => itemsOf(each?.id ?? '').map(({ item }) => item)),
      ].flatMap((each) => (each ? [[each.uri, each] as const] : [])),
    );
    return inLists;
  }

  return {
    items: itemsOf,
    liked: likedSongs,
    likedTotal,
    saved() {
      saved ??= hasSaved ? makeSaved(seed, discography) : NOTHING_SAVED;
      return saved;
    },
    content(uri) {
      const track = songs().get(uri);
      if (track || uri.startsWith(LOCAL_FILE)) return track;
      // What is liked or irregular alone; all lists are made for it, which takes a moment.
      return others().get(uri);
    },
    release(uri) {
      return releaseIn(songs().values(), uri) ?? releaseIn(others().values(), uri) ?? NOTHING_SAVED;
    },
  };
}

/** In a collaborative playlist everyone adds entries, elsewhere only the owner. */
function adderOf({ owner, collaborative }: WirePlaylist, chance: Chance): WireAdder | null {
  if (owner === null) return null;
  if (!collaborative || chance.fraction() < 0.5) return personOf(owner.id);
  return personOf(chance.pick([DEMO_USER, ...FRIENDS]).id);
}

function momentAt(from: number, to: number, part: number): string {
  return new Date(from + part * (to - from)).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Waves of zeal in the whole time, and how much each changes the pace; together below 1, so that time never runs back. */
const WAVES = [
  [2, 0.3],
  [5, 0.25],
  [11, 0.25],
] as const;

/** Makes a function that bends the time from 0 to 1, since nobody collects songs at an even pace. */
function makeZeal(seed: string): (part: number) => number {
  const chance = makeChance(seedOf(seed));
  const waves = WAVES.map(([count, share]) => ({ count, share, phase: chance.fraction() }));
  const bend = (part: number) =>
    waves.reduce((sum, { count, share, phase }) => {
      const angle = 2 * Math.PI * (count * part + phase);
      return sum + (share * Math.sin(angle)) / (2 * Math.PI * count);
    }, part);
  return (part) => bend(part) - bend(0);
}
