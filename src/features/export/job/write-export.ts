import type { Playlist } from '../../../library/types.ts';
import { isLikedSongs } from '../../../lists/gather-liked.ts';
import type { TrackCache } from '../../../lists/track-cache.ts';
import {
  type FormatOptions,
  type MergedFile,
  type Missing,
  type Separator,
  type TrackList,
  wellFormed,
} from '../formats/format.ts';
import { formatOf } from '../formats/formats.ts';
import { fileOf, type TextFile, zipOf } from './archive.ts';
import { makeFileNames } from './file-names.ts';

/** Output of many lists: a zip with one file per list, or one file with a column for the list. */
export type Files = 'zip' | 'one';

/** Request for an export: the playlists whose tracks are exported, and the options of the file. */
export interface ExportRequest {
  readonly playlists: readonly Playlist[];
  /** Id of a format; see `formats.ts`. */
  readonly format: string;
  readonly files: Files;
  readonly separator: Separator;
  readonly hasByteOrderMark: boolean;
  /** Time of the request, in ms since the epoch. */
  readonly startedAt: number;
  /** Expected number of liked songs, which come with the playlists; `null` if they are not exported. */
  readonly liked: number | null;
  /** Whether everything is backed up, in a zip from which it can be restored. */
  readonly isBackup: boolean;
}

/** File name of the report, without its extension. */
const REPORT_NAME = 'Missing playlists';

/** A file as a stream, so that it never has to fit into memory. */
export interface StreamedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: ReadableStream<Uint8Array>;
}

/** Signals that cached tracks have disappeared during an export, for instance because site data were cleared. */
export class TracksGoneError extends Error {
  override readonly name = 'TracksGoneError';
}

/** Encodes the cached tracks as requested; the file contains a report of the missing playlists. */
export function writeTracks(
  asked: ExportRequest,
  kept: TrackCache,
  missing: readonly Missing[],
  exportedAt: number,
): StreamedFile {
  const format = formatOf(asked.format);
  const options: FormatOptions = { ...asked, exportedAt };
  const name = `liner-notes-songs-${dayOf(exportedAt)}`;
  const without = new Set(
    missing.flatMap(({ playlist, isPartial }) => (isPartial ? [] : playlist)),
  );
  const included = asked.playlists.filter((playlist) => !without.has(playlist));
  const merged = asked.files === 'one' ? format.merged?.(options) : undefined;
  if (merged) {
    return {
      name: `${name}.${format.extension}`,
      mediaType: format.mediaType,
      content: fileOf(mergedPieces(merged, listsOf(included, kept), missing)),
    };
  }

  async function* files(): AsyncGenerator<TextFile> {
    const names = makeFileNames();
    if (missing.length > 0) {
      const text = missingReport(missing, asked.playlists.length, exportedAt);
      yield { name: names.next(REPORT_NAME, 'txt'), text };
    }
    for await (const list of listsOf(included, kept)) {
      yield { name: names.next(list.name, format.extension), text: format.tracks(list, options) };
    }
  }
  const content = zipOf(files(), exportedAt);
  return { name: `${name}.zip`, mediaType: 'application/zip', content };
}

/** Formats a time in ms since the epoch as a UTC date, which sorts by name: `2026-11-28`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

async function* listsOf(
  playlists: readonly Playlist[],
  kept: TrackCache,
): AsyncGenerator<TrackList> {
  for (const playlist of playlists) {
    const { items } = await kept.read(playlist);
    if (!items) throw new TracksGoneError();
    yield { name: playlist.name, playlist: isLikedSongs(playlist) ? null : playlist, items };
  }
}

async function* mergedPieces(
  { head, part, tail }: MergedFile,
  lists: AsyncIterable<TrackList>,
  missing: readonly Missing[],
): AsyncGenerator<string> {
  yield head;
  for await (const list of lists) {
    const text = part(list);
    if (text !== '') yield text;
  }
  yield tail(missing);
}

/** Formats the report of the missing and incomplete playlists, with the reasons, as plain text. */
function missingReport(missing: readonly Missing[], asked: number, exportedAt: number): string {
  const time = new Date(exportedAt).toISOString().slice(0, 16).replace('T', ' ');
  const lost = missing.filter(({ isPartial }) => !isPartial);
  const partial = missing.filter(({ isPartial }) => isPartial);
  return [
    `Liner Notes, export of ${time} UTC`,
    '',
    `${asked - lost.length} of ${asked} playlists are in this export.`,
    ...reportOf('Missing:', lost),
    ...reportOf('Not whole:', partial),
    '',
  ].join('\n');
}

function reportOf(heading: string, missing: readonly Missing[]): readonly string[] {
  if (missing.length === 0) return [];
  const lines = missing.flatMap(({ playlist, reason }) => [
    '',
    `${wellFormed(playlist.name).replace(/\s+/g, ' ').trim() || '(no name)'} (${playlist.id})`,
    `  ${reason}`,
  ]);
  return ['', heading, ...lines];
}
