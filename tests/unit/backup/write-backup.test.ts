import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type DemoLibrary, demoLibrary, makeLibrary } from '../../../src/demo/music/data.ts';
import { gatherAll } from '../../../src/features/export/job/gather-all.ts';
import { changedSince } from '../../../src/features/export/job/last-backup.ts';
import { writeBackup } from '../../../src/features/export/job/write-backup.ts';
import type { ExportRequest } from '../../../src/features/export/job/write-export.ts';
import { readBackup } from '../../../src/features/restore/readers/backup.ts';
import { readBytes } from '../../../src/features/restore/readers/read-bytes.ts';
import { type GatheredSaved, gatherSaved, SAVED_KINDS } from '../../../src/lists/gather-saved.ts';
import { makeListCaches } from '../../../src/storage/list-cache.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { hurry } from '../../support/unit/test-clock.ts';
import { EXPORTED_AT } from '../export/exported-rows.ts';
import { type Exporting, exporting } from '../export/exporting.ts';

const network = useNetwork();
const LIKED = 60;
const ACCOUNT = { accountId: 'key', userId: 'ada', displayName: 'Ada' };
const LIBRARY = makeLibrary({ playlists: 9, liked: LIKED, itemsPerPlaylist: 20 });

/** Backs everything up, and gives the texts of the files in the zip. */
async function backUp(
  person: Exporting,
  changes: Partial<ExportRequest> = {},
  saved: readonly GatheredSaved[] = [],
) {
  const { browser, playlists, kept, source } = person;
  const asked: ExportRequest = {
    playlists,
    format: 'json',
    files: 'zip',
    separator: ',',
    hasByteOrderMark: false,
    startedAt: EXPORTED_AT,
    liked: LIKED,
    isBackup: true,
    ...changes,
  };
  const work = gatherAll(asked, source, new AbortController().signal, (progress) =>
    person.told.push(progress),
  );
  await hurry(browser.clock, work);
  const { rows, missing } = await work;
  const facts = { account: ACCOUNT, exportedAt: EXPORTED_AT };
  const file = writeBackup({ ...asked, playlists: rows }, kept, missing, facts, saved);
  const bytes = new Uint8Array(await new Response(file.content).arrayBuffer());
  const texts = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, Buffer.from(content).toString('utf8')] as const,
  );
  return { name: file.name, bytes, files: new Map(texts) };
}

test('everything is in a backup: all lists in their order, every row by its position, the followed ones by record', async () => {
  const person = await exporting(network, LIBRARY);
  const { name, files } = await backUp(person);
  expect(name).toBe('liner-notes-backup-2026-11-24.zip');
  const { account, exportedAt, lists } = readBackup(files);
  expect({ account, exportedAt }).toEqual({ account: ACCOUNT, exportedAt: EXPORTED_AT });
  expect(lists.map(({ playlist }) => playlist?.id)).toEqual([
    ...person.playlists.map(({ id }) => id),
    undefined,
  ]);
  for (const { playlist, content, items, reason } of lists) {
    expect(content, playlist?.name).toBe(reason === null ? 'complete' : 'record');
    const given = playlist ? LIBRARY.items(playlist.id).length : LIKED;
    expect(items.map(({ position }) => position)).toEqual(
      content === 'record' ? [] : Array.from({ length: given }, (_, place) => place + 1),
    );
  }
  expect(lists.some(({ content }) => content === 'record')).toBe(true);
  expect(lists.at(-1)?.items[0]?.uri).toMatch(/^spotify:/);
  expect(person.told.at(-1)?.playlists).toBe(person.playlists.length);
  const pages = person.pages().length;

  await backUp(person);
  expect(person.pages()).toHaveLength(pages);
});

test('a backup in CSV has a file for each list, and the index of all', async () => {
  const person = await exporting(network, LIBRARY);
  const { files } = await backUp(person, { format: 'csv' });
  const names = [...files.keys()];
  expect(names.at(-1)).toBe('index.json');
  expect(names).toContain('Liked songs.csv');
  expect(names.filter((name) => /^playlists\/.*\.csv$/.test(name))).toHaveLength(names.length - 2);
  expect(JSON.parse(files.get('index.json') ?? '').lists).toHaveLength(person.playlists.length + 1);
});

test('a playlist counts as changed where its version differs or is new', async () => {
  const [one, two, three] = (await exporting(network, LIBRARY)).playlists;
  if (!one || !two || !three) throw new Error('too few playlists');
  const last = {
    savedAt: EXPORTED_AT,
    versions: new Map([
      [one.id, one.snapshotId],
      [two.id, 'another version'],
    ]),
  };
  expect(changedSince(last, [one])).toBe(0);
  expect(changedSince(last, [one, two])).toBe(1);
  expect(changedSince(last, [one, two, three])).toBe(2);
  expect(changedSince(last, [{ ...two, snapshotId: null }])).toBe(0);
});

/** Reads all that is saved, with one cache for all readings. */
function savedReader({ source: { connection }, browser: { clock } }: Exporting) {
  const caches = makeListCaches({
    database: undefined,
    owner: () => undefined,
    loginId: () => 'login',
    clock,
  });
  return async () => {
    const saved: GatheredSaved[] = [];
    for (const kind of SAVED_KINDS) {
      const { signal } = new AbortController();
      const work = gatherSaved(kind, { connection, caches, clock }, signal);
      await hurry(clock, work);
      saved.push(await work);
    }
    return saved;
  };
}

test('what is saved is in a backup, a refused kind by its reason, and comes back', async () => {
  const library: DemoLibrary = { ...LIBRARY, saved: demoLibrary().saved };
  const person = await exporting(network, library);
  const read = savedReader(person);
  const saved = await read();
  const asked = () => person.spotify.requests.filter(({ step }) => step === 'saved').length;
  const before = asked();
  expect(before).toBe(6);
  // What was read just now is read from the cache, but for what was refused.
  await read();
  expect(asked()).toBe(before + 1);

  const { bytes, files } = await backUp(person, {}, saved);
  const why = 'This login lacks a permission that Spotify asks for here. Open Saved to grant it.';
  expect(JSON.parse(files.get('index.json') ?? '').saved).toEqual([
    { kind: 'albums', file: 'saved/albums.json', rows: 119, reason: null },
    { kind: 'shows', file: 'saved/shows.json', rows: 14, reason: null },
    { kind: 'episodes', file: null, rows: 0, reason: why },
    { kind: 'audiobooks', file: 'saved/audiobooks.json', rows: 8, reason: null },
  ]);
  const file = await readBytes(bytes, 'backup.zip');
  const whole = saved.filter(({ error }) => error === undefined);
  expect(file.saved?.filter(({ problem }) => problem === undefined)).toEqual(
    whole.map(({ kind, items }) => ({
      kind,
      items: items.map(({ uri, name, people }) => ({ uri, title: name, artists: people })),
    })),
  );
  const incomplete = 'Some were missing when the file was made.';
  expect(file.saved).toContainEqual({ kind: 'episode', items: [], problem: incomplete });
  expect(file.warnings).toContain(`Saved episodes: ${why}`);
  expect(file.lists.some(({ name }) => name === 'Liked songs')).toBe(true);
  expect(readBackup(files).lists).toHaveLength(person.playlists.length + 1);

  const csv = await backUp(person, { format: 'csv' }, saved);
  expect(csv.files.get('saved/albums.csv')?.split('\r\n')).toHaveLength(121);
  expect((await readBytes(csv.bytes, 'backup.zip')).warnings).toContain(
    'Saved albums aren’t restored: the file has 119.',
  );
});
