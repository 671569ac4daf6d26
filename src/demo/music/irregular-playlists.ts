import { FRIENDS, ownerOf } from './owners.ts';
import type { WirePlaylist } from './wire.ts';

/** Turns an ordinary playlist into an irregular one. */
export type Irregularity = (ordinary: WirePlaylist) => WirePlaylist;

const [FRIEND] = FRIENDS;
const LONG_NAME = `The Complete and Unabridged ${'Very '.repeat(40)}Long Evening`;

/** Every known or suspected irregularity of Spotify's list of playlists. */
export const IRREGULARITIES: readonly Irregularity[] = [
  // Sizes and gaps
  (playlist) => ({ ...playlist, name: 'Everything, Ever', ...contents(playlist, 3398) }),
  (playlist) => ({ ...playlist, name: 'Local Files Only', images: null }),
  (playlist) => ({ ...playlist, name: 'Not a Song Yet', images: [], ...contents(playlist, 0) }),
  (playlist) => ({
    ...playlist,
    name: 'From a Quiet Account',
    owner: { ...ownerOf(FRIEND), display_name: null },
  }),
  (playlist) => ({ ...playlist, name: 'Nobody’s Mixtape', owner: null }),
  ({ items: _, ...playlist }) => ({
    ...playlist,
    name: 'Followed from Afar',
    owner: ownerOf(FRIEND),
  }),
  (playlist) => ({ ...playlist, name: 'Behind the Curtain', items: null, owner: ownerOf(FRIEND) }),
  (playlist) => ({ ...playlist, name: 'Made for Somebody', ...contents(playlist, null) }),
  (playlist) => ({ ...playlist, name: 'Neither Here nor There', public: null }),
  (playlist) => ({ ...playlist, name: 'Nothing to Say', description: null }),
  (playlist) => ({ ...playlist, name: 'Less to Say', description: '' }),
  (playlist) => ({
    ...playlist,
    name: 'Salt & Pepper',
    description: 'Rock &amp; roll &#x27;til &lt;b&gt;late&lt;/b&gt;',
  }),
  ({ external_urls: _, ...playlist }) => ({ ...playlist, name: 'No Way to Open' }),
  (playlist) => ({ ...playlist, name: 'An Empty Way to Open', external_urls: {} }),

  // Visibility and collaboration
  (playlist) => ({ ...playlist, name: 'Diary', collaborative: false, public: false }),
  (playlist) => ({ ...playlist, name: 'Office Fridge', collaborative: true, public: false }),
  // Owned by a friend, collaborative with the demo user.
  (playlist) => ({
    ...playlist,
    name: 'Ours, Cleo Started It',
    owner: ownerOf(FRIEND),
    collaborative: true,
    public: false,
  }),

  // Names
  named(''),
  named('   '),
  named(LONG_NAME),
  named('🌊🎷 by the sea 👩‍👩‍👧‍👦🏳️‍🌈'),
  named('أغاني المساء الهادئ'),
  named('שירים לדרך הביתה'),
  named('Evening \u202Egninrom\u202C'),
  named('Älska'.normalize('NFC')),
  named('Älska'.normalize('NFD')),
  named('Z̷̢̛a̴l̵g̶o̷ Lounge'),
  named('深夜のラジオ'),
  named('雨天歌单'),
  named('밤 산책'),
  named('=HYPERLINK("https://evil.example/","Click me")'),
  named('+46 Calling'),
  named('-minus one'),
  named('@home'),
  named('The "Good" Ones'),
  named("Rock, Paper, 'Scissors'; Repeat"),
  named('Side A\nSide B\r\nBonus'),
  named('Tab\tStop'),
  named('<img src=x onerror=alert(1)>'),
  named('<script>alert(1)</script>'),
  named('javascript:alert(1)'),
  named('__proto__'),
  named('zero\u200Bwidth'),

  // Addresses that nobody may follow
  (playlist) => ({
    ...playlist,
    name: 'Do Not Open',
    external_urls: { spotify: 'javascript:alert(document.domain)' },
  }),
  (playlist) => ({
    ...playlist,
    name: 'Somewhere Else',
    external_urls: { spotify: 'https://open.spotify.com.evil.example/playlist/1' },
  }),
  (playlist) => ({ ...playlist, name: 'Foreign Cover', ...cover('https://evil.example/c.jpg') }),
  (playlist) => ({ ...playlist, name: 'Armed Cover', ...cover('javascript:alert(1)') }),
];

function named(name: string): Irregularity {
  return (playlist) => ({ ...playlist, name });
}

function contents({ href }: WirePlaylist, total: number | null): Pick<WirePlaylist, 'items'> {
  return { items: { href: `${href}/items`, total } };
}

function cover(url: string): Pick<WirePlaylist, 'images'> {
  return { images: [{ url, height: null, width: null }] };
}
