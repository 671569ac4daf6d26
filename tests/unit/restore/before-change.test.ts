import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  encodeJobBackup,
  encodeJobBackups,
} from '../../../src/features/edit/journal/backup-file.ts';
import { makeJob } from '../../../src/features/edit/journal/job-record.ts';
import { planAdd, planSave, planUnsave } from '../../../src/features/edit/plan/make-plans.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import { anyItem, EXPORTED_AT } from '../export/exported-rows.ts';
import { EPISODE, ONE, readFileText, TWO } from './files.ts';

const OWNER = { accountId: 'key', clientId: 'client' };
const ABOUT = { id: 'job', now: EXPORTED_AT };
const FILE = 'liner-notes-before-change.json';
const uri = (id: string) => `spotify:track:${id}`;
const [TRACK] = fc.sample(anyItem, { numRuns: 1, seed: 5 });

/** Rows of a playlist as a change backs them up: two songs and a gap. */
const ROWS: readonly PlaylistItem[] = [ONE, TWO, null].map((id, at): PlaylistItem => {
  const row = { ...TRACK, position: at + 1, isrc: null, addedAt: '2024-01-05T10:00:00Z' };
  const song = { kind: 'track', title: `Song ${id}`, artists: ['Ann'], id, uri: uri(id ?? '') };
  const gap = { kind: 'unavailable', title: null, artists: [], album: null, id, uri: null };
  // The sample has the other members of a row.
  return { ...row, ...(id === null ? gap : song) } as PlaylistItem;
});
const BACKUP = { list: 'road', rows: ROWS };
const added = (title: string) =>
  makeJob(
    planAdd(
      { id: 'road', name: 'Road', rows: ROWS.map((row) => row.uri) },
      [uri(ONE)],
      'last',
      title,
    ),
    OWNER,
    ABOUT,
  );

test('the backup before a change of a playlist is read row by row', async () => {
  const read = await readFileText(encodeJobBackup(added('Add a song'), [BACKUP]), FILE);
  expect(read.format).toBe('Liner Notes backup before a change');
  expect(read.exportedAt).toBe(EXPORTED_AT);
  expect(read.lists).toMatchObject([{ id: 'road', name: 'Road', kind: 'playlist' }]);
  expect(
    read.lists[0]?.rows.map(({ uri: link, title, artists }) => [link, title, artists]),
  ).toEqual(ROWS.map(({ uri: link, title, artists }) => [link, title, artists]));
});

test('what a change took from the library is read, and what it saved is not', async () => {
  const album = 'spotify:album:4uLU6hMCjMI75M1A2tKUQC';
  const unliked = planUnsave([uri(ONE), `spotify:episode:${EPISODE}`, album], 'Unlike', []);
  const file = encodeJobBackup(makeJob(unliked, OWNER, ABOUT), []);
  const read = await readFileText(file, FILE);
  expect(read.lists).toMatchObject([
    { kind: 'liked', rows: [{ uri: uri(ONE) }, { uri: `spotify:episode:${EPISODE}` }] },
  ]);
  expect(read.saved).toEqual([
    { kind: 'album', items: [{ uri: album, title: null, artists: [] }] },
  ]);

  const liked = makeJob(planSave([uri(TWO)], 'Like'), OWNER, ABOUT);
  await expect(readFileText(encodeJobBackup(liked, []), FILE)).rejects.toMatchObject({
    kind: 'no-songs',
  });
});

test('the backups of several changes tell the states of one playlist apart', async () => {
  const all = [added('Add two'), added('Add one')].map((job) => ({ job, backups: [BACKUP] }));
  const leave = makeJob(planUnsave(['spotify:playlist:theirs'], 'Leave', []), OWNER, ABOUT);
  const read = await readFileText(encodeJobBackups([...all, { job: leave, backups: [] }]), FILE);
  expect(read.lists.map(({ name }) => name)).toEqual([
    'Road (before: Add two)',
    'Road (before: Add one)',
  ]);
  expect(read.warnings).toEqual(['Playlists you left aren’t followed again: 1.']);
});

test('a backup of a newer version is refused', async () => {
  const file = encodeJobBackup(added('Add a song'), [BACKUP]);
  await expect(
    readFileText(file.replace('"version": 1', '"version": 2'), FILE),
  ).rejects.toMatchObject({ kind: 'newer-version' });
});
