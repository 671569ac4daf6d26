import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { XSPF } from '../../../src/features/export/formats/xspf.ts';
import { anyItems, anyText, OPTIONS, whole } from './exported-rows.ts';

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
          identifier: allowed(item.uri),
          isrc: allowed(item.isrc),
        })),
      );
    }),
  );
});
