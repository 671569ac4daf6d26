import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/library/fold.ts';
import { PLAYLIST_COLUMNS } from '../../../src/library/playlist-columns.ts';
import { playlistSearch } from '../../../src/library/playlist-search.ts';
import { searchedText, searchRows } from '../../../src/library/search.ts';
import type { Playlist } from '../../../src/library/types.ts';
import { find, finds, named, playlist } from './find-playlists.ts';

const ID = '3cEYpjA9oz9GiPac4AsH4n';

test('a blank query gives the same rows back', () => {
  const rows = named('A', 'B');
  expect(find(rows, '')).toBe(rows);
  expect(find(rows, ' \t ')).toBe(rows);
});

test.each([
  ['Älska', 'alska'],
  ['Älska'.normalize('NFD'), 'alska'],
  ['Alska', 'älska'],
  ['Älska', 'A\u0308LSKA'],
  ['Straße', 'strasse'],
  ['STRASSE', 'straße'],
  ['STRAẞE', 'strasse'],
  ['Røyksopp', 'royksopp'],
  ['Łódź', 'lodz'],
  ['Đorđe', 'dorde'],
  ['Æther', 'aether'],
  ['Cœur', 'coeur'],
  ['Þórr', 'thorr'],
  ['İstanbul ışık', 'istanbul isik'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['Ёлка', 'елка'],
  ['ｆｕｌｌ width', 'full'],
  ['𝓼𝓪𝓭 hours', 'sad'],
  ['ﬁnally', 'finally'],
  ['No\u00a0Break', '"no break"'],
  ['Don’t', "don't"],
  ["Don't", 'don’t'],
  ['A – B', 'a - b'],
  ['I ❤️ it', 'I ❤'],
  ['I ❤ it', 'I ❤️'],
  ['أغنية قبل الفجر', 'الفجر'],
  ['🌧️☕ porch', '☕'],
  ['Sun\u200Bday', 'sunday'],
  ['Sun\u00ADday', 'sunday'],
  ['Sun\u2060day', 'sunday'],
  ['Sunday', 'sun\u200Dday'],
  ['\u202ASunday\u202C', '"sunday"'],
  ['\uFEFFSunday', 'sunday'],
  ['می‌خواهم', 'میخواهم'],
  ['Slow  Sunday', '"slow sunday"'],
  ['Slow\u00A0\u2003Sunday', '"slow sunday"'],
  ['Slow\r\nSunday', '"slow sunday"'],
  ['Slow Sunday', '"slow \u3000sunday"'],
  ['ایران کجاست', 'ايران كجاست'],
  ['كتابي', 'کتابی'],
  ['على', 'علي'],
  ['مـحـمـد', 'محمد'],
  ['مُحَمَّد', 'محمد'],
  ['שָׁלוֹם', 'שלום'],
  ['กิน', 'กิน'],
  ['กิน', 'ก'],
  ['हिन्दी', 'हिन्दी'],
  ['हिन्दी', 'हिन'],
  ['がく', 'か\u3099く'],
  ['ｶﾞｸ', 'ガク'],
  ['한국', '하'],
  ['한국'.normalize('NFD'), '한국'],
])('%j is found by %j', (name, query) => {
  expect(finds(name, query)).toBe(true);
});

test.each([
  ['กัน', 'กิน'],
  ['हुन्दा', 'हिन्दी'],
  ['हिन्दी', 'हन'],
  ['かく', 'がく'],
  ['がく', 'か'],
  ['パリ', 'ハリ'],
  ['தொ', 'தெ'],
  ['Sun day', 'sunday'],
])('%j is not found by %j', (name, query) => {
  expect(finds(name, query)).toBe(false);
});

test('a phrase matches within one column, whatever white space its name has', () => {
  const row = playlist({ name: 'Slow\nSunday', owner: 'Ada' });
  expect(find([row], '"slow sunday"')).toEqual([row]);
  expect(find([row], '"sunday ada"')).toEqual([]);
});

test('any text is found by itself, in every Unicode form and with invisible characters in it', () => {
  const anyName = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((name) => !/["\s]/.test(fold(name)));
  fc.assert(
    fc.property(
      anyName,
      fc.constantFrom('NFC' as const, 'NFD' as const),
      fc.constantFrom('', '\u200B', '\u00AD', '\u2060'),
      (name, form, hidden) => {
        const query = [...name.normalize(form)].join(hidden);
        expect(finds(name, `"${query}"`)).toBe(true);
        expect(fold(fold(name))).toBe(fold(name));
      },
    ),
  );
});

test('every word has to stand in the name or the owner, in any order', () => {
  const rows = named('Slow Sunday', 'Sunday Lunch', 'Slow Food');
  expect(find(rows, 'sunday slow')).toEqual([rows[0]]);
  expect(find(rows, 'slow ada')).toEqual([rows[0], rows[2]]);
  expect(find(rows, 'slow bob')).toEqual([]);
});

test.each([
  ['"slow sunday"', true],
  ['“slow sunday”', true],
  ['"slow   sunday"', true],
  ['"sunday slow"', false],
  ['"slow sun', true],
  ['"slow ada"', false],
  ['morning "slow sunday"', true],
  ['""', true],
  ['12"', true],
  ['12" slow', true],
])('of a "Slow Sunday 12" mix", %s finds: %s', (query, isFound) => {
  expect(finds('Morning: Slow Sunday 12" mix', query)).toBe(isFound);
});

test.each([
  ID,
  `  ${ID}\n`,
  `spotify:playlist:${ID}`,
  `spotify:user:ada:playlist:${ID}`,
  `https://open.spotify.com/playlist/${ID}`,
  `http://open.spotify.com/playlist/${ID}/`,
  `open.spotify.com/playlist/${ID}`,
  `https://open.spotify.com/playlist/${ID}?si=0123456789abcdef&pt=x`,
  `https://open.spotify.com/playlist/${ID}#top`,
  `https://open.spotify.com/intl-de/playlist/${ID}?si=a`,
  `https://open.spotify.com/intl-pt-BR/playlist/${ID}`,
  `https://open.spotify.com/embed/playlist/${ID}?utm_source=generator`,
  `https://open.spotify.com/user/ada/playlist/${ID}`,
  `\u200Bhttps://open.spotify.com/playlist/${ID}\u2060`,
])('a pasted %j finds exactly its playlist', (query) => {
  const rows = [
    playlist({ id: ID, name: 'This' }),
    playlist({ name: ID }),
    playlist({ id: ID.toLowerCase(), name: 'Another' }),
  ];
  expect(find(rows, query)).toEqual([rows[0]]);
  expect(find(rows.slice(2), query)).toEqual([]);
});

test.each([
  `https://open.spotify.com.evil.example/playlist/${ID}`,
  `https://evil.example/?https://open.spotify.com/playlist/${ID}`,
  `https://open.spotify.com/artist/${ID}`,
  `spotify:playlist:${ID}x`,
])('a foreign address such as %s finds nothing', (query) => {
  expect(find([playlist({ id: ID, name: 'This' })], query)).toEqual([]);
});

test('a name as long as an ID is still found', () => {
  expect(finds('Supercalifragilisticex', 'supercalifragilisticEX')).toBe(true);
});

test('each row is read once, however many keystrokes there are', () => {
  let readings = 0;
  const columns = PLAYLIST_COLUMNS.map((column) => ({
    ...column,
    value: (row: Playlist) => {
      readings += 1;
      return column.value(row);
    },
  }));
  const searchable = { ...playlistSearch(null), textOf: searchedText(columns) };
  const rows = Array.from({ length: 1000 }, (_, place) => playlist({ name: `Älska ${place}` }));
  for (const query of ['a', 'al', 'alska', 'alska 9', 'alska 99'])
    searchRows(rows.toReversed(), query, searchable);
  expect(readings).toBe(rows.length * columns.filter(({ searched }) => searched).length);
  expect(searchRows(rows, 'alska 99', searchable)).toHaveLength(19);
});
