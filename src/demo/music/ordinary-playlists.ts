import { DEMO_USER, FRIENDS, ownerOf } from './owners.ts';
import type { Chance } from './random.ts';
import type { WirePlaylist } from './wire.ts';

/** Makes playlists without gaps, each with a unique name. */
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

/** Made-up playlist names, more than the demo has ordinary playlists. */
const NAMES: readonly [string, ...string[]] = [
  'Slow Sunday',
  'Kitchen Radio',
  'Été 2019',
  'Night Bus Home',
  'Songs My Mother Hums',
  'Rain on the Skylight',
  'Running, Badly',
  'Harbour Lights',
  'First Coffee',
  'Letters from Lisbon',
  'Two Left Feet',
  'Long Way Round',
  'The Blue Hour',
  'Cardigan Weather',
  'Sunflower Season',
  'Basement Tapes, Ours',
  'Gothenburg to Malmö',
  'Quiet Desk',
  'Loud Desk',
  'Paper Boats',
  'Dinner for Eight',
  'Dishes for One',
  'Old Friends, New Songs',
  'Midnight Gardening',
  'Attic Finds',
  'Brass and Gravel',
  'Snow Day',
  'Window Seat',
  'Summer of the Broken Fan',
  'Piano, Mostly',
  'Cellos at Dusk',
  'Green Lights All the Way',
  'The Long Exhale',
  'Market Day',
  'Salt and Vinegar',
  'Lighthouse Keeping',
  'Borrowed Records',
  'Sing in the Stairwell',
  'Cloud Spotting',
  'Lost Umbrella',
  'Fika',
  'Mornings with Noor',
  'Cleo’s Wedding',
  'Cleo’s Wedding, After Midnight',
  'Campfire, Third Verse',
  'Swedish for Beginners',
  'Ballads I Deny Liking',
  'Dust on the Needle',
  'Tape Hiss',
  'Hometown Buses',
  'Learning the Bass',
  'What the Neighbours Play',
  'Road to Kiruna',
  'Ferry to Helsinki',
  'Half Past Autumn',
  'Lemon Trees',
  'Tall Grass',
  'Rooftop, Late',
  'Sleep, Please',
  'Focus: Low Tide',
  'Focus: High Tide',
  'Choirs',
  'Strings Only',
  'Waltzes for the Hallway',
  'Disco for Accountants',
  'Synth Weather',
  'Soft Machines',
  'Bossa at Breakfast',
  'Brunch, No Lyrics',
  'Moving Boxes',
  'Painting the Hall',
  'Sunday Bike',
  'Hills, Uphill',
  'Hills, Downhill',
  'Winter Swim',
  'Sauna',
  'Postcards',
  'Harvest',
  'A Year in Porto',
  'Archive 2014',
  'Archive 2015',
  'Archive 2016',
  'Archive 2017',
  'To Sort',
  'To Sort, Later',
  'Discoveries, March',
  'Discoveries, April',
  'Discoveries, May',
  'Live Rooms',
  'B Sides and Better',
  'One Song Each',
  'Family Car',
  'Back Seat',
  'Northern Soul-Searching',
  'Dance Like the Cat',
  'Tea at Yuki’s',
  'Harbour Street: Tuesday Show',
  'Harbour Street: Dub Hour',
  'Harbour Street: New Arrivals',
];

/** Made-up descriptions, most of them empty or `null`, as at Spotify. */
const DESCRIPTIONS: readonly [string | null, ...(string | null)[]] = [
  '',
  '',
  null,
  'For the slow part of the day.',
  'Everyone adds one, nobody skips.',
  'Kept since the flat on Harbour Street.',
  'No skips until the second coffee.',
];
