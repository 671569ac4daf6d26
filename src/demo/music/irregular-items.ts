import { ALL_LOCAL, type OrdinaryItem } from './contents.ts';
import { personOf } from './owners.ts';
import type { Chance } from './random.ts';
import type { WireArtist, WireEpisode, WireItem, WirePlaylist, WireTrack } from './wire.ts';

/** The demo user's playlist that begins with one irregular entry of each kind. */
export const ALL_IRREGULAR = 'Everything, Ever';

/** Longer playlists have some irregular entries. */
const LONG = 60;
const IRREGULAR_SHARE = 0.02;

/** Turns an ordinary entry into an irregular one. */
type ItemIrregularity = (ordinary: OrdinaryItem, before: WireItem | undefined) => WireItem;

/** Every known or suspected irregularity of playlist entries. */
export const IRREGULAR_ITEMS: readonly ItemIrregularity[] = [
  // A duplicate.
  (ordinary) => ordinary,
  (ordinary, before) => ({ ...ordinary, item: before?.item ?? ordinary.item }),

  // Content that is no track of Spotify
  (ordinary) => ({ ...ordinary, item: episode(ordinary.item) }),
  localFile,
  (ordinary) => ({ ...ordinary, added_by: personOf(''), item: null }),

  // Gaps
  (ordinary) => ({ ...ordinary, added_at: null }),
  (ordinary) => ({ ...ordinary, added_by: null }),
  song({ artists: [] }),
  song({ album: null }),
  song({ duration_ms: 0 }),
  song({ is_playable: false }),
  ({ item: { external_ids: _, ...item }, ...ordinary }) => ({ ...ordinary, item }),

  // Names
  song({ name: '' }),
  song({ name: `A Song That ${'Goes On and '.repeat(30)}Ends` }),
  song({ name: 'أغنية قبل الفجر' }),
  song({ name: 'שיר של ערב' }),
  song({ name: '🌧️☕ porch 👩‍👩‍👧‍👦' }),
  song({ name: '=HYPERLINK("https://evil.example/","Play")' }),
  song({ name: '+1 (Encore)' }),
  song({ name: 'Verse\nChorus\r\nVerse' }),
  song({ name: 'Tab\tand "Quote", Comma; Semicolon' }),
  song({ name: '<img src=x onerror=alert(1)>' }),

  // Addresses that nobody may follow
  song({ external_urls: { spotify: 'https://open.spotify.com.evil.example/track/1' } }),
  song({ external_urls: { spotify: 'javascript:alert(document.domain)' } }),
  song({ external_urls: {} }),
];

/** Makes the demo's playlists as uneven as real ones: some entries, all of them, or none. */
export function makeUneven(
  items: readonly OrdinaryItem[],
  { name }: WirePlaylist,
  chance: Chance,
): readonly WireItem[] {
  const done: WireItem[] = [];
  for (const [place, ordinary] of items.entries()) {
    const irregularity = irregularityAt(place);
    done.push(irregularity?.(ordinary, done.at(-1)) ?? ordinary);
  }
  return done;

  function irregularityAt(place: number): ItemIrregularity | undefined {
    if (name === ALL_LOCAL) return localFile;
    if (name === ALL_IRREGULAR && place < IRREGULAR_ITEMS.length) return IRREGULAR_ITEMS[place];
    if (items.length <= LONG || chance.fraction() >= IRREGULAR_SHARE) return undefined;
    return IRREGULAR_ITEMS[chance.below(IRREGULAR_ITEMS.length)];
  }
}

function song(changes: Partial<WireTrack>): ItemIrregularity {
  return (ordinary) => ({ ...ordinary, item: { ...ordinary.item, ...changes } });
}

/** A file of the person's own computer, which Spotify knows by its names and its length. */
function localFile(ordinary: OrdinaryItem): WireItem {
  const { item } = ordinary;
  const [artist = ''] = item.artists.map(({ name }) => name);
  const album = item.album?.name ?? '';
  const seconds = Math.round(item.duration_ms / 1000);
  const nobody = { external_urls: {}, href: null, id: null, uri: null };
  const artists: readonly WireArtist[] = [{ ...nobody, name: artist, type: 'artist' }];
  return {
    ...ordinary,
    is_local: true,
    item: {
      ...item,
      album: {
        ...nobody,
        album_type: null,
        artists: [],
        images: [],
        name: album,
        release_date: null,
        release_date_precision: null,
        type: 'album',
      },
      artists,
      disc_number: 0,
      external_ids: {},
      external_urls: {},
      href: null,
      id: null,
      is_local: true,
      track_number: 0,
      uri: `spotify:local:${[artist, album, item.name].map(escapeName).join(':')}:${seconds}`,
    },
  };
}

function escapeName(name: string): string {
  return encodeURIComponent(name).replaceAll('%20', '+');
}

/** An episode of a podcast, several songs long. */
function episode({ id, duration_ms }: WireTrack): WireEpisode {
  const place = `episode/${id}`;
  const show = '4wLnLongHallwayTalks00';
  return {
    description: 'A walk through the harbour’s record shops, and what was playing in each.',
    duration_ms: duration_ms * 9,
    explicit: false,
    external_urls: { spotify: `https://open.spotify.com/${place}` },
    href: `https://api.spotify.com/v1/episodes/${id}`,
    id: id ?? '',
    images: [],
    is_playable: true,
    name: 'Episode 41: The Shop with No Door',
    release_date: '2026-03-14',
    release_date_precision: 'day',
    show: {
      external_urls: { spotify: `https://open.spotify.com/show/${show}` },
      href: `https://api.spotify.com/v1/shows/${show}`,
      id: show,
      name: 'Long Hallway Talks',
      type: 'show',
      uri: `spotify:show:${show}`,
    },
    type: 'episode',
    uri: `spotify:episode:${id}`,
  };
}
