import { type Chance, makeChance, seedOf } from './random.ts';
import { ARTISTS, QUALITIES, THINGS, VERSIONS } from './song-words.ts';
import type { WireAlbum, WireArtist, WirePrecision, WireTrack } from './wire.ts';

const TRACKS_PER_ALBUM = 10;
const FIRST_YEAR = 1958;
const LAST_YEAR = 2026;

/** All tracks of the simulated Spotify, an endless sequence. */
export interface Discography {
  /** The track of that number, from 0; ten consecutive ones share an album. */
  track(number: number): WireTrack;
}

/** Makes a discography whose albums are generated on first use. */
export function makeDiscography(seed: number): Discography {
  const first = seedOf(`${seed} albums`);
  const albums = new Map<number, readonly [WireTrack, ...WireTrack[]]>();
  return {
    track(number) {
      const place = Math.floor(number / TRACKS_PER_ALBUM);
      const tracks = albums.get(place) ?? recordAlbum(makeChance(first + place));
      albums.set(place, tracks);
      return tracks[number % TRACKS_PER_ALBUM] ?? tracks[0];
    },
  };
}

function recordAlbum(chance: Chance): readonly [WireTrack, ...WireTrack[]] {
  const artist = artistOf(chance.pick(ARTISTS));
  const id = chance.base62(22);
  const album: WireAlbum = {
    album_type: chance.fraction() < 0.9 ? 'album' : 'compilation',
    artists: [artist],
    ...linked('album', id),
    // Images on Spotify's hosts would make the demo reach the network.
    images: [],
    name: titleOf(chance),
    ...releaseOf(chance),
    total_tracks: TRACKS_PER_ALBUM,
  };
  const record = (trackNumber: number) => recordTrack(chance, album, artist, trackNumber);
  return [record(1), ...Array.from({ length: TRACKS_PER_ALBUM - 1 }, (_, at) => record(at + 2))];
}

function recordTrack(
  chance: Chance,
  album: WireAlbum,
  artist: WireArtist,
  trackNumber: number,
): WireTrack {
  const guest = artistOf(chance.pick(ARTISTS));
  const hasGuest = chance.fraction() < 0.15 && guest.id !== artist.id;
  const version = chance.fraction() < 0.08 ? chance.pick(VERSIONS) : '';
  return {
    album,
    artists: hasGuest ? [artist, guest] : [artist],
    disc_number: 1,
    // Between two and seven minutes, mostly in the middle.
    duration_ms: 120_000 + chance.below(150_000) + chance.below(150_000),
    explicit: chance.fraction() < 0.07,
    external_ids: chance.fraction() < 0.94 ? { isrc: isrc(chance) } : {},
    ...linked('track', chance.base62(22)),
    is_local: false,
    name: titleOf(chance) + version,
    track_number: trackNumber,
  };
}

function artistOf(name: string): WireArtist {
  return { ...linked('artist', makeChance(seedOf(name)).base62(22)), name };
}

/** Makes the links of an object of Spotify. */
export function linked<T extends 'album' | 'artist' | 'track' | 'show' | 'episode' | 'audiobook'>(
  type: T,
  id: string,
) {
  return {
    external_urls: { spotify: `https://open.spotify.com/${type}/${id}` },
    href: `https://api.spotify.com/v1/${type}s/${id}`,
    id,
    type,
    uri: `spotify:${type}:${id}`,
  };
}

function titleOf(chance: Chance): string {
  const quality = chance.pick(QUALITIES);
  const at = chance.below(THINGS.length);
  const thing = THINGS[at] ?? THINGS[0];
  // Any noun but the same one.
  const other = THINGS[(at + 1 + chance.below(THINGS.length - 1)) % THINGS.length] ?? THINGS[0];
  return chance.pick([
    `${quality} ${thing}`,
    `The ${quality} ${thing}`,
    `${thing} & ${other}`,
    `Before the ${thing}`,
    `${quality} Like the ${thing}`,
    `${thing} for the ${other}`,
    `No ${thing}, No ${other}`,
    `${quality} ${thing}, Pt. ${1 + chance.below(3)}`,
  ]);
}

function releaseOf(chance: Chance): Pick<WireAlbum, 'release_date' | 'release_date_precision'> {
  const precision = chance.pick<WirePrecision>(['day', 'day', 'day', 'day', 'month', 'year']);
  const year = LAST_YEAR - Math.floor((LAST_YEAR - FIRST_YEAR + 1) * chance.fraction() ** 1.3);
  // No release date is in the future or after the end of its month.
  const month = two(1 + chance.below(10));
  const day = two(1 + chance.below(28));
  const parts = { year: `${year}`, month: `${year}-${month}`, day: `${year}-${month}-${day}` };
  return { release_date: parts[precision], release_date_precision: precision };
}

/** With a country code that does not exist, so that no real recording has it (ISO 3901). */
export function isrc(chance: Chance): string {
  return `ZZLN${1 + chance.below(9)}${two(chance.below(27))}${String(chance.below(100_000)).padStart(5, '0')}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
