import type { Playlist } from '../../../library/types.ts';
import type { FormatOptions, MergedFile, Missing, TrackList } from '../formats/format.ts';
import { formatOf } from '../formats/formats.ts';
import { fileOf, type TextFile, zipOf } from './archive.ts';
import type { TrackExport } from './export-request.ts';
import { makeFileNames } from './file-names.ts';
import { missingReport, REPORT_NAME } from './missing-report.ts';
import type { KeptTracks } from './track-cache.ts';

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
  asked: TrackExport,
  kept: KeptTracks,
  missing: readonly Missing[],
  exportedAt: number,
): StreamedFile {
  const format = formatOf(asked.format);
  const options: FormatOptions = { ...asked, exportedAt };
  const name = `liner-notes-tracks-${dayOf(exportedAt)}`;
  const without = new Set(missing.map(({ playlist }) => playlist));
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
  kept: KeptTracks,
): AsyncGenerator<TrackList> {
  for (const playlist of playlists) {
    const { items } = await kept.read(playlist);
    if (!items && playlist.tracksTotal !== 0) throw new TracksGoneError();
    yield { name: playlist.name, playlist, items: items ?? [] };
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
