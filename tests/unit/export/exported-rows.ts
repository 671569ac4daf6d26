import fc from 'fast-check';
import type { FormatOptions } from '../../../src/features/export/formats/format.ts';
import type { ItemKind, Playlist, PlaylistItem, Visibility } from '../../../src/library/types.ts';

/** What spreadsheets, parsers and file systems stumble over. */
const HOSTILE = [
  '=HYPERLINK("https://evil.example/","Click me")',
  "'=1+1",
  "''@home",
  '+46 Calling',
  '-minus one',
  '＝1',
  '\t=tab',
  '\r=return',
  'Totals;=1+2;x',
  'x,=1+2',
  'pasted\t=1+2',
  "piped|'=1+2",
  'two rows\r=1+2;x',
  'quoted;"=1+2;"',
  '\u00A0=1+2',
  'hidden;\u200B\u00A0=1+2',
  '\u0001=1+2',
  'Side A\nSide B\r\nBonus',
  'a,b;c"d\'e',
  ' spaces ',
  '\uFEFFmarked',
  '🌊 by the sea 👩‍👩‍👧‍👦',
  'أغاني המ \u202Egninrom\u202C',
  'half \uD83C of a flag',
  '\uDC00',
  'nul \0, bell \u0007, \u000B, \uFFFE\uFFFF',
  '<b>&amp; ]]> "q"</b>',
  '__proto__',
  '',
];

/** Any text that Spotify might send, half characters and control characters among them. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  // Every code unit for itself, so that halves of characters stand alone.
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .tuple(fc.constantFrom("'", "''", ''), fc.constantFrom(...'=+-@\t\r\n＝＋－＠'), fc.string())
    .map((parts) => parts.join('')),
);

const textOrNull = fc.option(anyText);
const wordsOrNull = fc.option(anyText.filter((text) => text !== ''));

/** Any count that is believed. */
const anyCount = fc.nat({ max: 1_000_000_000 });

/** Any entry of a playlist. */
export const anyItem: fc.Arbitrary<PlaylistItem> = fc.record({
  position: fc.integer({ min: 1, max: 100_000 }),
  kind: fc.constantFrom<ItemKind>('track', 'episode', 'local', 'unavailable'),
  title: textOrNull,
  artists: fc.array(anyText, { maxLength: 3 }),
  album: textOrNull,
  addedAt: fc.option(fc.constant('2026-08-01T10:00:00Z')),
  addedBy: wordsOrNull,
  durationMs: fc.option(anyCount),
  releaseDate: fc.option(fc.constantFrom('1973', '1973-03', '1973-03-01')),
  explicit: fc.option(fc.boolean()),
  isrc: wordsOrNull,
  id: wordsOrNull,
  uri: fc.oneof(
    wordsOrNull,
    fc.constantFrom('spotify:track:1', 'spotify:local:A+%26+B:::9'),
    fc.string().map((text) => `spotify:${text}`),
  ),
  spotifyUrl: wordsOrNull,
  coverUrl: fc.constantFrom(null, 'https://i.scdn.co/image/a'),
});

/** Any entries of a playlist; some stand there more than once, as a song may. */
export const anyItems: fc.Arbitrary<PlaylistItem[]> = fc
  .tuple(fc.array(anyItem), fc.nat({ max: 3 }))
  .map(([items, repeated]) => [...items, ...items.slice(0, repeated)]);

/** Any playlist of the list. */
export const anyPlaylist: fc.Arbitrary<Playlist> = fc.record({
  id: anyText,
  name: anyText,
  description: textOrNull,
  owner: textOrNull,
  ownerId: textOrNull,
  tracksTotal: fc.option(anyCount),
  visibility: fc.constantFrom<Visibility>('public', 'private', 'collaborative', 'unknown'),
  spotifyUrl: anyText,
  coverUrl: fc.constant(null),
  snapshotId: textOrNull,
});

/** A moment on which all tests export. */
export const EXPORTED_AT = Date.UTC(2026, 10, 24, 12);

/** The usual options of a file. */
export const OPTIONS: FormatOptions = {
  separator: ',',
  hasByteOrderMark: false,
  exportedAt: EXPORTED_AT,
};

/** What becomes of half characters: written by code units, and not as the code under test does it. */
export function whole(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
