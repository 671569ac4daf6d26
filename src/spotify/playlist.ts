import { SPOTIFY_API } from '../config.ts';
import type { PlaylistDetails } from '../library/types.ts';
import { get, type PacedConnection } from './http.ts';
import { playlistOf } from './playlists.ts';
import { isObject, membersOf, textIn } from './wire.ts';

/** Both names of the contents: the first rows that come along unasked would be most of the answer. */
const FIELDS =
  'collaborative,description,external_urls,id,images,name,owner(id,display_name),public,snapshot_id,items(total),tracks(total)';

/** The characters that markup gives a meaning, by their names in HTML (HTML, section 13.5). */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const CHARACTER_REFERENCES = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const LAST_CODE_POINT = 0x10ffff;

/** Gets one playlist without its items (Spotify: `GET /playlists/{id}`). */
export function getPlaylist(
  connection: PacedConnection,
  id: string,
  signal: AbortSignal,
): Promise<PlaylistDetails> {
  const url = `${SPOTIFY_API}/v1/playlists/${encodeURIComponent(id)}?fields=${encodeURIComponent(FIELDS)}`;
  return get(connection, url, detailsOf, signal);
}

function detailsOf(body: unknown): PlaylistDetails | undefined {
  const playlist = playlistOf(body);
  if (!playlist) return undefined;
  const { description, items, tracks } = membersOf(body);
  return {
    ...playlist,
    description: plainText(textIn(description) ?? '').trim() || null,
    givesItems: speaksOf(items) || speaksOf(tracks),
  };
}

/** Whether an answer speaks of the contents, be it without their count. */
function speaksOf(contents: unknown): boolean {
  const { total = null } = membersOf(contents);
  return isObject(contents) && (total === null || typeof total === 'number');
}

/** Spotify escapes descriptions as if for HTML; each reference is read once, so that no markup is made. */
function plainText(text: string): string {
  return text.replace(CHARACTER_REFERENCES, (reference, decimal, hexadecimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? reference;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : reference;
  });
}
