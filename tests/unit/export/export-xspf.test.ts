import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { XSPF } from '../../../src/features/export/formats/xspf.ts';
import { anyItem, anyItems, anyText, OPTIONS, whole } from './exported-rows.ts';

const NAMESPACE = 'http://xspf.org/ns/0/';

/** Parses as players do, and stops at whatever is not well-formed. */
function rootOf(xml: string): Element {
  const stop = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  const root = new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml').documentElement;
  if (!root) throw new Error('nothing in it');
  return root;
}

/** The text of a child element; empty where there is none. */
function textOf(parent: Element, name: string): string {
  const child = [...parent.childNodes].find(({ nodeName }) => nodeName === name);
  return child?.textContent ?? '';
}

/** What XML can hold of a text: its whole characters without the forbidden ones, by number. */
function allowed(text: string | null): string {
  return [...whole(text ?? '')]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 && ![0x9, 0xa, 0xd].includes(code);
      return isControl || code === 0xfffe || code === 0xffff ? '\uFFFD' : character;
    })
    .join('');
}

/** Whether a URI of Spotify may stand in a list: without spaces, of ASCII, and with every percent sign in its place. */
function isSpotifyUri(uri: string | null): boolean {
  if (!uri?.startsWith('spotify:') || uri === 'spotify:') return false;
  const allowedElsewhere = uri.replace(/%[\dA-Fa-f][\dA-Fa-f]/g, '');
  return [...allowedElsewhere].every((character) => !/[^!-~]|["#%<>?[\\\]^`{|}]/.test(character));
}

test('any list is well-formed XML, of which another parser reads the same', () => {
  fc.assert(
    fc.property(anyText, anyItems, (name, items) => {
      const root = rootOf(XSPF.tracks({ name, playlist: null, items }, OPTIONS));
      expect(root.namespaceURI).toBe(NAMESPACE);
      expect(root.getAttribute('version')).toBe('1');
      expect(textOf(root, 'title')).toBe(allowed(name));
      const tracks = [...root.getElementsByTagName('track')];
      const read = tracks.map((track) => ({
        title: textOf(track, 'title'),
        creator: textOf(track, 'creator'),
        album: textOf(track, 'album'),
        duration: textOf(track, 'duration'),
        identifier: textOf(track, 'identifier'),
        location: textOf(track, 'location'),
        isrc: [...track.getElementsByTagName('meta')]
          .filter((meta) => meta.getAttribute('rel')?.endsWith('/ISRC'))
          .map((meta) => meta.textContent)
          .join(''),
      }));
      expect(read).toEqual(
        items.map((item) => ({
          title: allowed(item.title),
          creator: allowed(item.artists.join(', ')),
          album: allowed(item.album),
          duration: String(item.durationMs ?? ''),
          identifier: isSpotifyUri(item.uri) ? item.uri : '',
          location: isSpotifyUri(item.uri) ? item.uri : '',
          isrc: allowed(item.isrc),
        })),
      );
    }),
  );
});

test.each([
  ['spotify:track:3cEYpjA9oz9GiPac4AsH4n', true],
  ['spotify:local:Ada+%26+Bob:T%C3%A5pes:A+Song%2C+Twice:187', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['https://evil.example/song.mp3', false],
  ['spotify:local:100%+Off', false],
  ['spotify:track:a b', false],
  ['spotify:track:1\nfile:///etc/passwd', false],
  ['spotify:', false],
])('whether %j stands as the place of a track: %s', (uri, isWritten) => {
  const [item] = fc.sample(anyItem, { numRuns: 1, seed: 1 });
  const items = item ? [{ ...item, uri }] : [];
  const xml = XSPF.tracks({ name: 'Any', playlist: null, items }, OPTIONS);
  const [track] = rootOf(xml).getElementsByTagName('track');
  if (!track) throw new Error('no track');
  for (const name of ['location', 'identifier'])
    expect(textOf(track, name)).toBe(isWritten ? uri : '');
});
