import type { Playlist } from '../../../library/types.ts';
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
import type { TrackCache } from './track-cache.ts';

/** Whether many lists become a zip with a file for each, or one file in which each row tells its list. */
export type Files = 'zip' | 'one';

/** What a person has asked for: the tracks of these playlists, in this form. */
export interface ExportRequest {
  readonly playlists: readonly Playlist[];
  /** Name of a format; see `formats.ts`. */
  readonly format: string;
  readonly files: Files;
  readonly separator: Separator;
  readonly hasByteOrderMark: boolean;
  /** When it was asked for, in ms since the epoch. */
  readonly startedAt: number;
}

/** Name of the report, without its ending. */
const REPORT_NAME = 'Missing playlists';

/** A file that is written while it is read, so that it is never in memory. */
export interface StreamedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: ReadableStream<Uint8Array>;
}

/** Signals that tracks which had come are not kept any more, as after site data were removed. */
export class TracksGoneError extends Error {
  override readonly name = 'TracksGoneError';
}

/** Writes the tracks that are kept as a person has asked for them; the missing ones are told within. */
export function writeTracks(
  asked: ExportRequest,
  kept: TrackCache,
  missing: readonly Missing[],
  exportedAt: number,
): StreamedFile {
  const format = formatOf(asked.format);
  const options: FormatOptions = { ...asked, exportedAt };
  const name = `liner-notes-tracks-${dayOf(exportedAt)}`;
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

/** The day of a time in ms since the epoch, as file names sort it; in UTC. */
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
    yield { name: playlist.name, playlist, items };
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

/** Tells in plain text which playlists an export lacks or has in part, and why. */
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
