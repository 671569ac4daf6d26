import { type Discography, linked } from './discography.ts';
import { type Chance, makeChance } from './random.ts';
import { QUALITIES, THINGS } from './song-words.ts';
import type { WireAlbum, WireEpisode, WireImage, WireLinks, WireTrack } from './wire.ts';

/** A podcast as Spotify sends it; apps have got no publisher since February 2026. */
export interface WireShow {
  readonly description: string;
  readonly explicit: boolean;
  readonly external_urls: WireLinks;
  readonly href: string;
  readonly id: string;
  readonly images: readonly WireImage[] | null;
  readonly name: string;
  readonly publisher?: string;
  readonly total_episodes: number;
  readonly type: 'show';
  readonly uri: string;
}

/** An audiobook as Spotify sends it. */
export interface WireAudiobook {
  readonly authors: readonly { readonly name: string }[];
  readonly explicit: boolean;
  readonly external_urls: WireLinks;
  readonly href: string;
  readonly id: string;
  readonly images: readonly WireImage[];
  readonly name: string;
  readonly narrators: readonly { readonly name: string }[];
  readonly total_chapters: number;
  readonly type: 'audiobook';
  readonly uri: string;
}

/** What a person has saved beside songs, newest first; `null` where Spotify has removed something. */
export interface SavedContents {
  readonly albums: readonly { readonly added_at: string; readonly album: WireAlbum | null }[];
  readonly shows: readonly { readonly added_at: string; readonly show: WireShow | null }[];
  readonly episodes: readonly { readonly added_at: string; readonly episode: WireEpisode | null }[];
  readonly audiobooks: readonly (WireAudiobook | null)[];
}

/** Nothing saved. */
export const NOTHING_SAVED: SavedContents = { albums: [], shows: [], episodes: [], audiobooks: [] };

/** Finds an album or a show by one of its songs or episodes, without the time of saving. */
export function releaseIn(
  contents: Iterable<WireTrack | WireEpisode>,
  uri: string,
): SavedContents | undefined {
  for (const each of contents) {
    if (each.type === 'track' && each.album?.uri === uri)
      return { ...NOTHING_SAVED, albums: [{ added_at: '', album: each.album }] };
    if (each.type === 'episode' && each.show.uri === uri) {
      const show: WireShow = {
        description: '',
        explicit: false,
        images: [],
        total_episodes: 1,
        ...each.show,
      };
      return { ...NOTHING_SAVED, shows: [{ added_at: '', show }] };
    }
  }
  return undefined;
}

const LAST_SAVED = Date.UTC(2026, 10, 18);
const WEEK_MS = 7 * 86_400_000;
const ALBUMS = 120;
const EPISODES = 78;
/** The albums of these numbers and later ones are not all in playlists. */
const FIRST_ALBUM = 20;
const ALBUM_STEP = 30;

const SHOWS: readonly (readonly [string, string])[] = [
  ['Long Hallway Talks', 'Harbour Street Radio'],
  ['The Second Verse', 'Noor Haddad'],
  ['Tape Hiss, Explained', 'Low Meadow Radio'],
  ['Small Rooms, Loud People', 'Lamplight Cooperative'],
  ['Ferry Times', 'The Inland Ferries'],
  ['Dishes for One', 'Bram Okafor'],
  ['夜のレコード棚', '田辺 ゆき'],
  ['What the Cellist Heard', 'Odile Varga-Lund'],
  ['Seven Minutes of Rain', 'Skärgård Static'],
  ['حكايات الميناء', 'Noor Haddad'],
  ['Borrowed Records', 'Copperwick'],
  ['Half an Orchestra', 'Tin Orchard Ensemble'],
  ['Pressing Plant', 'Glass Cartography'],
  ['A Very Short Podcast', 'Inês Duarte'],
];

const BOOKS: readonly (readonly [string, string, string])[] = [
  ['The Lighthouse Ledger', 'Ottilie Brandt', 'Marcus Vane'],
  ['A History of Small Hours', 'Idris Kvamme', 'Idris Kvamme'],
  ['Seven Rooms and a Kettle', 'Paloma Reyes-Holt', 'Greta Lund'],
  ['How to Listen to a Street', 'Tobias Ekwall', 'Amara Thistlewood'],
  ['The Piano Tuner of Lund', 'Signe Aaltonen', 'Rafe Odunsi'],
  ['Postcards I Never Sent', 'Bettina Castellane', 'Bettina Castellane'],
  ['海辺の図書館', '森 かな', '森 かな'],
  ['The Quiet Engine', 'Jonah Petrushev', 'Kassia Brandt'],
];

/** Makes what the demo user has saved, gaps included. */
export function makeSaved(seed: number, discography: Discography): SavedContents {
  const chance = makeChance(seed + 7);
  const shows = SHOWS.map(([name, publisher]) => show(chance, name, publisher));
  const albums = Array.from({ length: ALBUMS }, (_, at) => ({
    added_at: savedAt(chance, at, 4),
    album: discography.track(FIRST_ALBUM + at * ALBUM_STEP).album,
  }));
  const episodes = Array.from({ length: EPISODES }, (_, at) => ({
    added_at: savedAt(chance, at, 2),
    episode: episode(chance, at, shows[at % shows.length]),
  }));
  return {
    // An album of which nothing is left.
    albums: albums.map((each, at) => (at === 12 ? { ...each, album: null } : each)),
    shows: shows.map((each, at) => ({ added_at: savedAt(chance, at, 11), show: each })),
    episodes: episodes.map((each, at) => (at === 9 ? { ...each, episode: null } : each)),
    audiobooks: [...BOOKS.map((facts) => audiobook(chance, ...facts)), null],
  };
}

function savedAt(chance: Chance, at: number, weeksApart: number): string {
  const time = LAST_SAVED - (at + chance.fraction()) * weeksApart * WEEK_MS;
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

function show(chance: Chance, name: string, publisher: string): WireShow {
  return {
    description: '',
    explicit: chance.fraction() < 0.2,
    ...linked('show', chance.base62(22)),
    images: chance.fraction() < 0.5 ? [] : null,
    name,
    publisher,
    total_episodes: 4 + chance.below(220),
  };
}

function episode(chance: Chance, at: number, of: WireShow | undefined): WireEpisode | null {
  if (!of) return null;
  const title = `${chance.pick(QUALITIES)} ${chance.pick(['Rooms', 'Records', ...THINGS])}`;
  const released = new Date(LAST_SAVED - (at + 1) * 2 * WEEK_MS).toISOString().slice(0, 10);
  return {
    description: '',
    duration_ms: 600_000 + chance.below(4_200_000),
    explicit: chance.fraction() < 0.1,
    ...linked('episode', chance.base62(22)),
    images: [],
    is_playable: at % 17 !== 3,
    name: `Episode ${EPISODES - at}: ${title}`,
    release_date: released,
    release_date_precision: 'day',
    show: {
      external_urls: of.external_urls,
      href: of.href,
      id: of.id,
      name: of.name,
      type: 'show',
      uri: of.uri,
    },
  };
}

function audiobook(chance: Chance, name: string, author: string, narrator: string): WireAudiobook {
  return {
    authors: [{ name: author }],
    explicit: false,
    ...linked('audiobook', chance.base62(22)),
    images: [],
    name,
    narrators: [{ name: narrator }],
    total_chapters: 8 + chance.below(50),
  };
}
