import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ExportRequest } from '../../../src/features/export/job/write-export.ts';
import { TracksGoneError, writeTracks } from '../../../src/features/export/job/write-export.ts';
import { ownPlaylists } from '../../support/own-playlists.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { EXPORTED_AT } from './exported-rows.ts';
import { type Exporting, exporting } from './exporting.ts';

const network = useNetwork();
const TOTALS = [3, 0, 51];

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

function asked({ playlists }: Exporting, changes: Partial<ExportRequest> = {}): ExportRequest {
  return {
    playlists,
    format: 'csv',
    files: 'zip',
    separator: ',',
    hasByteOrderMark: false,
    startedAt: EXPORTED_AT,
    liked: null,
    isBackup: false,
    ...changes,
  };
}

test('a zip has a file for each playlist, the empty one too', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  await person.gather();
  const file = writeTracks(asked(person), person.kept, [], EXPORTED_AT);
  expect(file).toMatchObject({
    name: 'liner-notes-songs-2026-11-24.zip',
    mediaType: 'application/zip',
  });
  const entries = unzipSync(await bytesOf(file.content));
  expect(Object.keys(entries)).toEqual(person.playlists.map(({ name }) => `${name}.csv`));
  const lines = Object.values(entries).map((bytes) => parse(textOf(bytes)).length);
  expect(lines).toEqual(TOTALS.map((total) => total + 1));
});

test('one file holds the rows of all playlists in their order', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  await person.gather();
  const one = asked(person, { files: 'one', separator: ';', hasByteOrderMark: true });
  const file = writeTracks(one, person.kept, [], EXPORTED_AT);
  expect(file.name).toBe('liner-notes-songs-2026-11-24.csv');
  const text = textOf(await bytesOf(file.content));
  expect(text).toMatch(/^\uFEFFPlaylist;Playlist ID;Position;/);
  const rows: string[][] = parse(text, { delimiter: ';' });
  expect(rows.slice(1).map(([, id]) => id)).toEqual(
    person.playlists.flatMap(({ id }, place) => Array(TOTALS[place] ?? 0).fill(id)),
  );
});

test('the zip tells what is missing and why', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  await person.gather();
  const missing = person.playlists.slice(0, 1).map((playlist) => ({
    playlist,
    reason: 'It belongs to someone else.',
    isPartial: false,
    isWithheld: true,
  }));
  const file = writeTracks(asked(person), person.kept, missing, EXPORTED_AT);
  const entries = unzipSync(await bytesOf(file.content));
  expect(Object.keys(entries)).toHaveLength(TOTALS.length);
  const [playlist] = person.playlists;
  const report = textOf(entries['Missing playlists.txt']);
  expect(report).toContain('2 of 3 playlists are in this export.');
  expect(report).toContain(`${playlist?.name} (${playlist?.id})\n  It belongs to someone else.`);
});

test('a playlist of which only a part came is in the zip, and told', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  await person.gather();
  const missing = person.playlists.slice(0, 1).map((playlist) => ({
    playlist,
    reason: 'Spotify sent 3 of 4 tracks.',
    isPartial: true,
    isWithheld: false,
  }));
  const file = writeTracks(asked(person), person.kept, missing, EXPORTED_AT);
  const entries = unzipSync(await bytesOf(file.content));
  expect(Object.keys(entries)).toHaveLength(TOTALS.length + 1);
  const report = textOf(entries['Missing playlists.txt']);
  expect(report).toContain('3 of 3 playlists are in this export.\n\nNot whole:');
  expect(report).toContain('Spotify sent 3 of 4 tracks.');
});

test('tracks that are not kept any more are not left out in silence', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  const file = writeTracks(asked(person), person.kept, [], EXPORTED_AT);
  await expect(bytesOf(file.content)).rejects.toBeInstanceOf(TracksGoneError);
});
