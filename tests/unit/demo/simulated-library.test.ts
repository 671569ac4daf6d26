import { expect, test } from 'vitest';
import { demoLibrary, makeLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';

const entries = demoLibrary().playlists;
const playlists = entries.filter((entry) => entry !== null);
const names = playlists.map(({ name }) => name);

test('the demo library has 143 entries: 2 null, 1 repeated, 140 distinct playlists', () => {
  expect(entries.length).toBe(143);
  expect(playlists.length).toBe(141);
  expect(new Set(playlists.map(({ id }) => id)).size).toBe(140);
  expect(playlists.every(({ id }) => /^[0-9A-Za-z]{22}$/.test(id))).toBe(true);
});

test('a made-up library is the same every time it is built', () => {
  expect(demoLibrary().playlists).toEqual(demoLibrary().playlists);
  const [one, other] = [7, 7].map((seed) => makeLibrary({ playlists: 50, seed }).playlists);
  expect(one).toEqual(other);
});

test('a made-up library can have any size, with no id twice', () => {
  const large = makeLibrary({ playlists: 11_000 }).playlists;
  expect(new Set(large.map((playlist) => playlist?.id)).size).toBe(11_000);
});

test('the demo library names no cover that a browser would fetch from Spotify', () => {
  const urls = playlists.flatMap(({ images }) => images ?? []).map(({ url }) => url);
  expect(urls.filter((url) => /scdn\.co|spotifycdn\.com/.test(url))).toEqual([]);
});

const decomposed = 'Älska'.normalize('NFD');
test.each<[string, (playlist: WirePlaylist) => boolean]>([
  ['null in place of images', ({ images }) => images === null],
  ['no images', ({ images }) => images?.length === 0],
  ['an image of unknown size', ({ images }) => images?.[0]?.height === null],
  ['an image on a foreign host', ({ images }) => hasUrl(images, 'https://evil.example/')],
  ['an image that is a script', ({ images }) => hasUrl(images, 'javascript:')],
  ['an owner without a name', ({ owner }) => owner?.display_name === null],
  ['no owner at all', ({ owner }) => owner === null],
  ['no count', (playlist) => !('items' in playlist)],
  ['null in place of the contents', ({ items }) => items === null],
  ['null in place of the count', ({ items }) => items?.total === null],
  ['a real count of 0', ({ items }) => items?.total === 0],
  ['more than a thousand songs', ({ items }) => (items?.total ?? 0) > 1000],
  ['an unknown visibility', (playlist) => playlist.public === null],
  ['a private playlist', (each) => each.public === false && !each.collaborative],
  ['a collaborative playlist', ({ collaborative }) => collaborative],
  ['no description', ({ description }) => description === null],
  ['an empty description', ({ description }) => description === ''],
  ['a description with entities', ({ description }) => description?.includes('&#x27;') ?? false],
  ['no link', (playlist) => playlist.external_urls === undefined],
  ['a link that is a script', (each) => linkOf(each).startsWith('javascript:')],
  ['a link to a foreign host', (each) => linkOf(each).includes('.evil.example')],
  ['an empty name', ({ name }) => name === ''],
  ['a name of blanks', ({ name }) => name !== '' && name.trim() === ''],
  ['a name of over 200 characters', ({ name }) => name.length > 200],
  ['an emoji', ({ name }) => /\p{Extended_Pictographic}/u.test(name)],
  ['Arabic', ({ name }) => /\p{Script=Arabic}/u.test(name)],
  ['Hebrew', ({ name }) => /\p{Script=Hebrew}/u.test(name)],
  ['Chinese', ({ name }) => /\p{Script=Han}/u.test(name)],
  ['a composed Ä', ({ name }) => name === decomposed.normalize('NFC')],
  ['a decomposed Ä', ({ name }) => name === decomposed],
  ['a line break', ({ name }) => name.includes('\n')],
  ['a tab', ({ name }) => name.includes('\t')],
  ['quotes', ({ name }) => name.includes('"')],
  ['a comma', ({ name }) => name.includes(',')],
  ['an image that runs a script', ({ name }) => name === '<img src=x onerror=alert(1)>'],
  ['a script', ({ name }) => name.startsWith('<script>')],
])('the demo library shows %s', (_, isIt) => {
  expect(playlists.some(isIt)).toBe(true);
});

test.each(['=', '+', '-', '@'])('the demo library has a name that begins with %s', (sign) => {
  expect(names.some((name) => name.startsWith(sign))).toBe(true);
});

function hasUrl(images: WirePlaylist['images'], start: string): boolean {
  return images?.some(({ url }) => url.startsWith(start)) ?? false;
}

function linkOf(playlist: WirePlaylist): string {
  return playlist.external_urls?.spotify ?? '';
}
