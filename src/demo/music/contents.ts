import { makeDiscography } from './discography.ts';
import { DEMO_USER, FRIENDS, personOf } from './owners.ts';
import { type Chance, makeChance, seedOf } from './random.ts';
import type { WireAdder, WireItem, WirePlaylist, WireSavedTrack, WireTrack } from './wire.ts';

/** Number of different tracks in playlists; prime, so that every stride reaches all of them. */
const KNOWN_SONGS = 4001;
const LAST_ADDED = Date.UTC(2026, 10, 20);
const YEAR_MS = 365.25 * 24 * 3_600_000;

/** An entry without gaps. */
export type OrdinaryItem = WireItem & { readonly item: WireTrack };

/** The contents of the playlists of a library, and the liked songs; made on first use. */
export interface Contents {
  /** The entries of a playlist in the newer dialect; empty for an unknown playlist. */
  items(playlistId: string): readonly WireItem[];
  /** The liked songs, newest first. */
  liked(): readonly WireSavedTrack[];
  readonly likedTotal: number;
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
}

/** Makes contents that depend on the seed alone, not on the order of requests. */
export function makeContents(options: ContentsOptions): Contents {
  const { playlists, seed, liked: likedTotal = 0, vary = (items) => items } = options;
  const discography = makeDiscography(seed);
  const known = new Map<string, readonly WireItem[]>();
  let liked: readonly WireSavedTrack[] | undefined;

  /** Draws tracks without repetition. */
  const drawSongs = (chance: Chance) => {
    const start = chance.below(KNOWN_SONGS);
    const stride = 1 + chance.below(KNOWN_SONGS - 1);
    return (place: number): WireTrack => {
      const round = Math.floor(place / KNOWN_SONGS);
      return discography.track(((start + place * stride) % KNOWN_SONGS) + round * KNOWN_SONGS);
    };
  };

  const fill = (playlist: WirePlaylist): readonly WireItem[] => {
    const chance = makeChance(seedOf(`${seed} playlist ${playlist.id}`));
    const songAt = drawSongs(chance);
    const total = (playlist.items ?? playlist.tracks)?.total ?? 3 + chance.below(20);
    const firstAdded = LAST_ADDED - (1 + chance.fraction() * 11) * YEAR_MS;
    const items = Array.from({ length: total }, (_, place) => ({
      added_at: momentAt(firstAdded, LAST_ADDED, (place + chance.fraction()) / total),
      added_by: adderOf(playlist, chance),
      is_local: false,
      primary_color: null,
      video_thumbnail: { url: null },
      item: songAt(place),
    }));
    return vary(items, playlist, chance);
  };

  const like = (): readonly WireSavedTrack[] => {
    const chance = makeChance(seedOf(`${seed} liked`));
    const songAt = drawSongs(chance);
    const firstAdded = LAST_ADDED - 12 * YEAR_MS;
    return Array.from({ length: likedTotal }, (_, place) => ({
      added_at: momentAt(LAST_ADDED, firstAdded, (place + chance.fraction()) / likedTotal),
      track: songAt(place),
    }));
  };

  return {
    items(playlistId) {
      const playlist = playlists.find((entry) => entry?.id === playlistId);
      if (!playlist) return [];
      const items = known.get(playlistId) ?? fill(playlist);
      known.set(playlistId, items);
      return items;
    },
    liked() {
      liked ??= like();
      return liked;
    },
    likedTotal,
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
