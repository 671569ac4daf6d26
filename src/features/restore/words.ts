import { formatNumber, formatPlaylists, formatSongs } from '../../words/number.ts';
import type { FileList, FileRow, ReadErrorKind } from './readers/read-file.ts';
import { ReadError } from './readers/read-file.ts';
import { sortRows } from './restore-plan.ts';

const PROBLEMS: Readonly<Record<ReadErrorKind, string>> = {
  empty: 'This file is empty.',
  'too-large': 'This file is larger than 64 MB. Split it, or choose its zip.',
  'not-text': 'This is no file of songs: it isn’t text. Export it as CSV or JSON first.',
  unknown: 'No songs were recognised. Choose a CSV, JSON, XSPF, M3U, text file or zip.',
  'no-songs': 'This file holds no songs.',
  'playlists-only': 'This file lists playlists, but not their songs. Choose an export of songs.',
  'broken-json': 'This JSON file is damaged or cut off. Export it again.',
  'newer-version':
    'A newer version of Liner Notes wrote this file. Reload this page, then try again.',
  'zip-damaged': 'This zip is damaged, or of a kind we can’t unpack.',
  'zip-encrypted': 'This zip has a password. Unpack it first, then choose its files.',
  'zip-too-large': 'This zip unpacks to more than 200 MB. Unpack it, then choose its files.',
  'zip-empty': 'No file in this zip holds songs.',
};

/** Explains why a file was not read. */
export function readErrorText(error: unknown): string {
  if (error instanceof ReadError) return PROBLEMS[error.kind];
  return 'This file couldn’t be read. If you moved or changed it, choose it again.';
}

/** Sums up what a file holds, such as "3 playlists, 1,204 songs". */
export function contentsText(lists: readonly FileList[]): string {
  const songs = formatSongs(lists.reduce((sum, { rows }) => sum + rows.length, 0));
  const playlists = lists.filter(({ kind }) => kind === 'playlist').length;
  const liked = playlists < lists.length ? 'liked songs' : '';
  const parts = [playlists > 0 ? formatPlaylists(playlists) : '', liked].filter(Boolean);
  return `${parts.join(' and ')}, ${songs}`;
}

/** Says what of lists cannot be restored, one sentence for each reason. */
export function leftOutTexts(lists: readonly FileList[]): readonly string[] {
  const { unmatched, local, gone } = sortRows(lists.flatMap(({ rows }) => rows));
  return [
    unmatched.length > 0
      ? `Not matched yet: ${formatSongs(unmatched.length)} ${unmatched.length === 1 ? 'has' : 'have'} no Spotify link.`
      : '',
    local.length > 0 ? `Spotify lets no app add local files: ${formatSongs(local.length)}.` : '',
    gone > 0
      ? `${formatNumber(gone)} ${gone === 1 ? 'row is' : 'rows are'} empty: the song was gone already.`
      : '',
  ].filter(Boolean);
}

/** Names a row in a report: "Artists – Title", else what is known of it. */
export function rowText({ artists, title, isrc, uri }: FileRow): string {
  return [artists.join(', '), title].filter(Boolean).join(' – ') || (isrc ?? uri ?? 'Unknown');
}
