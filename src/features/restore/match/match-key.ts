import { fold } from '../../../library/fold.ts';
import { takeTitleApart } from '../../../library/song-title.ts';
import type { FileRow } from '../readers/read-file.ts';

/** Longest query, in characters; Spotify documents no limit. */
const LONGEST_QUERY = 150;

/** Whether a row has no link, but enough to be searched for. */
export function isSearchable({ uri, isrc, title }: FileRow): boolean {
  return uri === null && (isrc !== null || title !== null);
}

/** Gives the key of a song without a link; rows that say the same have the same key, and are searched once. */
export function keyOf({ isrc, title, artists, album, durationMs }: FileRow): string {
  return JSON.stringify([
    isrc,
    fold(title ?? ''),
    artists.map(fold),
    fold(album ?? ''),
    durationMs === null ? null : Math.round(durationMs / 1000),
  ]);
}

/** The queries for a song in the order in which they are tried, until one finds it for sure. */
export function queriesOf({ isrc, title, artists }: FileRow): readonly string[] {
  const by = artists[0] ?? '';
  const words = title === null ? '' : plain(`${bareTitle(title)} ${by}`);
  const isVersion = takeTitleApart(title ?? '').qualifiers.length > 0;
  // Spotify may have another version, for a person to look at.
  const other = isVersion ? plain(`${withoutVersion(title ?? '')} ${by}`) : '';
  const all = [isrc === null ? '' : `isrc:${isrc}`, words, other];
  return [...new Set(all.filter(Boolean))];
}

/** The different songs among rows, each once, in their order. */
export function distinctSongs(rows: readonly FileRow[]): readonly FileRow[] {
  const seen = new Map<string, FileRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

/** A title without guests, with whom a search finds less. */
function bareTitle(title: string): string {
  if (takeTitleApart(title).guests.length === 0) return title;
  const bare = title
    .replace(/[([]\s*(?:feat|ft|featuring|with)\b[^)\]]*[)\]]/gi, ' ')
    .replace(/\s(?:feat\.?|ft\.|featuring)\s.+$/i, ' ');
  return bare.trim() === '' ? title : bare;
}

/** A title without what stands in brackets or after a dash. */
function withoutVersion(title: string): string {
  const bare = title.replace(/\s*[([][^)\]]*[)\]]/g, ' ').replace(/\s[-–—]\s.*$/, '');
  return bare.trim() === '' ? title : bare;
}

/** Words without the signs and operators of Spotify's query language. */
function plain(text: string): string {
  const words = text
    .replace(/["()[\]:*]/g, ' ')
    .replace(/\b(?:OR|NOT|AND)\b/g, (word) => word.toLowerCase())
    .replace(/(?<=^|\s)-+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words
    .slice(0, LONGEST_QUERY)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
}
