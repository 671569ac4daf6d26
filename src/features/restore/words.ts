import { formatDuration } from '../../library/duration.ts';
import type { Difference } from '../../library/match-parts.ts';
import { aboutText } from '../../words/duration.ts';
import { formatNumber, formatPlaylists, formatSongs } from '../../words/number.ts';
import type { MatchCost } from './match/match-songs.ts';
import type {
  FileList,
  FileRow,
  FileSaved,
  ReadErrorKind,
  ReadTable,
} from './readers/read-file.ts';
import { ReadError } from './readers/read-file.ts';
import { sortRows } from './sort-rows.ts';

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
  if (lists.length === 0) return 'no songs';
  const parts = [playlists > 0 ? formatPlaylists(playlists) : '', liked].filter(Boolean);
  return `${parts.join(' and ')}, ${songs}`;
}

/** Says what of lists cannot be restored in any way, one sentence for each reason. */
export function leftOutTexts(lists: readonly FileList[]): readonly string[] {
  const { local, gone } = sortRows(lists.flatMap(({ rows }) => rows));
  return [
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

/** Time that one search takes with its pause, in ms; an estimate. */
const SEARCH_MS = 700;

/** Says what a search for songs costs, such as "30 to 60 searches, less than a minute". */
export function costText({ least, most }: MatchCost): string {
  if (most === 0) return 'All of them were searched before, so this takes no request.';
  const count =
    least === most ? formatNumber(most) : `${formatNumber(least)} to ${formatNumber(most)}`;
  const time = aboutText(((least + most) / 2) * SEARCH_MS).toLowerCase();
  const noun = most === 1 ? 'search' : 'searches';
  const limit =
    most > MANY_SEARCHES ? ' Spotify may stop so many for a day; you can resume then.' : '';
  return `${count} ${noun}, ${time}.${limit}`;
}

/** Searches that may exhaust a quota of Spotify: others met it after 188 songs. */
const MANY_SEARCHES = 150;

/** Names the role of a column. */
export const ROLE_LABELS = {
  uri: 'Link',
  isrc: 'ISRC',
  title: 'Title',
  artists: 'Artists',
  album: 'Album',
  duration: 'Length',
  addedAt: 'Added on',
  playlist: 'Playlist',
} as const;

/** A role that a person can give a column. */
export type ChoosableRole = keyof typeof ROLE_LABELS;

/** Says which column each fact is read from, such as "Title from “Track Name”, artists from “Artist”." */
export function columnsText({ columns, headings }: ReadTable): string {
  const nameOf = (at: number) => (headings[at] ? `“${headings[at]}”` : `column ${at + 1}`);
  const parts = (
    ['title', 'artists', 'album', 'uri', 'isrc', 'duration', 'playlist'] as const
  ).flatMap((role) => {
    const at = columns[role] ?? (role === 'uri' ? columns.id : undefined);
    return at === undefined ? [] : [`${ROLE_LABELS[role].toLowerCase()} from ${nameOf(at)}`];
  });
  const text = parts.join(', ').replace('isrc', 'ISRC');
  return text === ''
    ? 'No column was recognised.'
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Says in what a found song differs from the file, a few words each. */
export function differenceTexts(differences: readonly Difference[]): readonly string[] {
  return differences.flatMap(textsOf);
}

const OTHERS = {
  title: 'Another title',
  artists: 'Another artist',
  album: 'Another album',
} as const;

function textsOf(difference: Difference): readonly string[] {
  if (difference.kind === 'version') {
    const { inSpotify, inFile } = difference;
    return [inSpotify ? `Spotify: ${inSpotify}` : '', inFile ? `File: ${inFile}` : ''].filter(
      Boolean,
    );
  }
  if (difference.kind !== 'length') return [OTHERS[difference.kind]];
  const ms = Math.abs(difference.ms);
  const length = ms < 100_000 ? `${Math.round(ms / 1000)} s` : formatDuration(ms);
  return [`${length} ${difference.ms > 0 ? 'longer' : 'shorter'}`];
}

/** Gives artists, album and length of a song in one line, as far as they are known. */
export function songFactsText({
  artists,
  album,
  durationMs,
}: Pick<FileRow, 'artists' | 'album' | 'durationMs'>): string {
  const length = durationMs === null ? '' : formatDuration(durationMs);
  return [artists.join(', '), album ?? '', length].filter(Boolean).join(' · ');
}

/** Says what is saved in a file, such as "119 albums, 14 shows". */
export function savedText(saved: readonly FileSaved[]): string {
  return saved
    .map(
      ({ kind, items }) =>
        `${formatNumber(items.length)} ${items.length === 1 ? kind : `${kind}s`}`,
    )
    .join(', ');
}
