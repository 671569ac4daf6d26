import type { OrdinaryItem } from './contents.ts';
import { episode, localFile } from './other-items.ts';
import { personOf } from './owners.ts';
import type { Chance } from './random.ts';
import type { WireItem, WireTrack } from './wire-item.ts';
import type { WirePlaylist } from './wire-playlist.ts';

/** The demo user's playlist that begins with one irregular entry of every kind. */
export const ALL_IRREGULAR = 'Everything, Ever';
const ALL_LOCAL = 'Local Files Only';

/** Playlists of more entries have an irregular one here and there. */
const LONG = 60;
const IRREGULAR_SHARE = 0.02;

/** Turns an ordinary entry into one that a careless client stumbles over. */
type ItemIrregularity = (ordinary: OrdinaryItem, before: WireItem | undefined) => WireItem;

/** Every irregularity that Spotify's entries of playlists are known or feared to have. */
export const IRREGULAR_ITEMS: readonly ItemIrregularity[] = [
  // The song that comes twice.
  (ordinary) => ordinary,
  (ordinary, before) => ({ ...ordinary, item: before?.item ?? ordinary.item }),

  // What is no song of Spotify's
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
