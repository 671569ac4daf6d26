import type { PlaylistItem } from '../../../library/types.ts';
import { type Format, wellFormed } from './format.ts';

/** Characters that XML 1.0 forbids, even as character references (section 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to replace
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A parser normalises a literal carriage return to a line feed.
  '\r': '&#13;',
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
  '\u2029': '&#8233;',
};

/** A Spotify URI (RFC 3986); a player may open a `location`, so nothing else is written into that element. */
const SPOTIFY_URI = /^spotify:(?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})+$/i;

/** Identifiers of the `meta` elements, for values that XSPF 1 has no element for. */
const ISRC = 'https://musicbrainz.org/doc/ISRC';
const ADDED_AT =
  'https://developer.spotify.com/documentation/web-api/reference/get-playlists-items#added_at';

/** XSPF 1, a playlist format of many players: XML in UTF-8. */
export const XSPF: Format = {
  label: 'XSPF',
  extension: 'xspf',
  mediaType: 'application/xspf+xml',

  tracks: ({ name, playlist, items }, { exportedAt }) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<playlist version="1" xmlns="http://xspf.org/ns/0/">',
      `  <title>${escaped(name)}</title>`,
      ...element('  ', 'creator', playlist?.owner),
      ...element('  ', 'info', playlist?.spotifyUrl),
      `  <date>${new Date(exportedAt).toISOString()}</date>`,
      '  <trackList>',
      ...items.flatMap(track),
      '  </trackList>',
      '</playlist>',
      '',
    ].join('\n'),
};

function track(item: PlaylistItem): readonly string[] {
  const indent = '      ';
  const uri = item.uri !== null && SPOTIFY_URI.test(item.uri) ? item.uri : null;
  return [
    '    <track>',
    ...element(indent, 'location', uri),
    ...element(indent, 'identifier', uri),
    ...element(indent, 'title', item.title),
    ...element(indent, 'creator', item.artists.join(', ')),
    ...element(indent, 'annotation', item.kind === 'unavailable' ? 'No longer available' : null),
    ...element(indent, 'info', item.spotifyUrl),
    ...element(indent, 'album', item.album),
    ...element(indent, 'duration', item.durationMs === null ? null : String(item.durationMs)),
    ...meta(indent, ISRC, item.isrc),
    ...meta(indent, ADDED_AT, item.addedAt),
    '    </track>',
  ];
}

function element(indent: string, name: string, text: string | null | undefined): readonly string[] {
  return text ? [`${indent}<${name}>${escaped(text)}</${name}>`] : [];
}

function meta(indent: string, rel: string, text: string | null): readonly string[] {
  return text ? [`${indent}<meta rel="${rel}">${escaped(text)}</meta>`] : [];
}

function escaped(text: string): string {
  return wellFormed(text)
    .replace(FORBIDDEN, '\uFFFD')
    .replace(/[&<>\r\u0085\u2028\u2029]/g, (character) => REFERENCES[character] ?? character);
}
