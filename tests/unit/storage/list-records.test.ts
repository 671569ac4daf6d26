import { expect, test } from 'vitest';
import type { Playlist } from '../../../src/library/types.ts';
import { EXPORT_LIFE_MS, IMAGES_LIFE_MS, LIST_LIFE_MS } from '../../../src/storage/keys.ts';
import { makeListCaches } from '../../../src/storage/list-cache.ts';
import { openListRecords } from '../../../src/storage/list-records.ts';
import { sweep } from '../../../src/storage/sweep.ts';
import { item } from '../../support/unit/items.ts';
import { makeRecordStore } from '../../support/unit/record-store.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

const OWNER = { loginId: 'login', clientId: 'client', accountId: 'ada' };
const KEY = 'library:playlist:all';
const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 86_400_000;
const ROW: Playlist = {
  id: 'a',
  name: 'A Playlist',
  description: null,
  owner: 'Ada',
  ownerId: 'ada',
  tracksTotal: 9,
  visibility: 'public',
  spotifyUrl: 'https://open.spotify.com/playlist/a',
  coverUrl: 'https://i.scdn.co/image/a',
  snapshotId: null,
};

/** The records of the list of playlists, with a login in the same database. */
function openRecords() {
  const clock = makeTestClock();
  const { records, database } = makeRecordStore();
  records.set('session', { loginId: OWNER.loginId });
  const list = openListRecords({
    database,
    owner: OWNER,
    clock,
    place: 'playlist:all',
    written: new WeakSet(),
  });
  const libraryKeys = () => [...records.keys()].filter((key) => key.startsWith('library:')).sort();
  return {
    clock,
    database,
    records,
    list,
    libraryKeys,
    sweepExpired: () => sweep(database, OWNER, clock),
  };
}

/** A record of the form that is stored. */
async function storedRecord() {
  const opened = openRecords();
  const { clock, records, list } = opened;
  await list.write({ rows: [ROW], savedAt: clock.now(), version: 'one' });
  return { ...opened, good: Object(records.get(KEY)) };
}

test('a list is read back as it was stored', async () => {
  const { clock, list } = await storedRecord();
  const snapshot = { rows: [ROW], savedAt: clock.now(), version: 'one' };
  expect(await list.read('playlist')).toEqual({ snapshot });
});

test.each<[string, (good: Record<string, unknown>) => unknown]>([
  ['a text', () => 'rows'],
  ['no rows', (good) => ({ ...good, rows: undefined })],
  ['an odd row', (good) => ({ ...good, rows: [ROW, { ...ROW, name: 7 }] })],
  ['a newer version', (good) => ({ ...good, version: 2 })],
  ['of a year later', (good) => ({ ...good, savedAt: Number(good['savedAt']) + YEAR_MS })],
  ['of a moment later', (good) => ({ ...good, savedAt: Number(good['savedAt']) + 300 })],
  ['a day old', (good) => ({ ...good, savedAt: Number(good['savedAt']) - LIST_LIFE_MS })],
  ['another account’s', (good) => ({ ...good, accountId: 'bob' })],
  ['another app’s', (good) => ({ ...good, clientId: 'other' })],
])('[s29] a record that is %s is passed over, and the next one counts', async (_, spoil) => {
  const { clock, records, list, good } = await storedRecord();
  records.set(KEY, spoil(good));
  expect(await list.read('playlist')).toEqual({});
  await list.write({ rows: [ROW], savedAt: clock.now(), version: 'one' });
  expect(records.get(KEY)).toEqual(good);
});

test('[s29] a list in memory that the clock was set back behind counts as none', async () => {
  const clock = makeTestClock();
  const cache = makeListCaches({
    database: undefined,
    owner: () => undefined,
    loginId: () => 'login',
    clock,
  }).open('playlist', 'all');
  const snapshot = { rows: [ROW], savedAt: clock.now(), version: 'one' };
  cache.write(snapshot);
  expect(cache.peek()).toEqual({ snapshot });
  clock.adjust(-YEAR_MS);
  expect(cache.peek()).toEqual({});
});

test('covers are not taken from a list that is more than an hour old', async () => {
  const { clock, list } = await storedRecord();
  clock.advance(IMAGES_LIFE_MS);
  expect((await list.read('playlist')).snapshot?.rows).toEqual([ROW]);
  clock.advance(1);
  expect((await list.read('playlist')).snapshot?.rows).toEqual([{ ...ROW, coverUrl: null }]);
});

test('covers of songs that an unfinished export holds are removed after a day, and their rows stay', async () => {
  const { clock, database, records, sweepExpired } = openRecords();
  const song = item({ coverUrl: 'https://i.scdn.co/image/a' });
  const songs = openListRecords({
    database,
    owner: OWNER,
    clock,
    place: 'item:held',
    written: new WeakSet(),
    life: EXPORT_LIFE_MS,
  });
  const frame = { offset: 0, limit: 50, total: 99, entries: 1, hasNext: true };
  await songs.writePartial({ pages: [{ ...frame, rows: [song] }], version: 'one' });
  await songs.write({ rows: [song], savedAt: clock.now(), version: 'one' });
  await songs.writePartial({ pages: [{ ...frame, rows: [song] }], version: 'one' });
  records.set('library:export', {
    ...Object(records.get('library:item:held')),
    holds: ['library:item:held'],
  });
  clock.advance(LIST_LIFE_MS);
  expect((await songs.read('item')).snapshot?.rows).toEqual([song]);
  clock.advance(1);
  const bare = { ...song, coverUrl: null };
  expect(await songs.read('item')).toMatchObject({
    snapshot: { rows: [bare] },
    partial: { pages: [{ rows: [bare] }] },
  });
  expect(JSON.stringify([...records])).toContain('i.scdn.co');
  await sweepExpired();
  expect(JSON.stringify([...records])).not.toContain('i.scdn.co');
  expect(records.get('library:item:held')).toMatchObject({ rows: [bare], mark: 'one' });
});

test('nothing is stored for a login that is over', async () => {
  const { clock, records, list, libraryKeys } = openRecords();
  records.set('session', { loginId: 'another' });
  await list.write({ rows: [ROW], savedAt: clock.now(), version: null });
  records.delete('session');
  await list.write({ rows: [ROW], savedAt: clock.now(), version: null });
  expect(libraryKeys()).toEqual([]);
});

test('a sweep removes records without `expiresAt` by their `savedAt`, and damaged and foreign ones', async () => {
  const { clock, records, libraryKeys, sweepExpired } = openRecords();
  const { clientId, accountId } = OWNER;
  const savedAgo = (age: number) => ({
    version: 1,
    clientId,
    accountId,
    savedAt: clock.now() - age,
    rows: [],
    mark: null,
  });
  for (const [key, record] of Object.entries({
    'library:count:fresh': savedAgo(60 * MINUTE_MS),
    'library:count:expired': savedAgo(LIST_LIFE_MS),
    'library:item:fresh': savedAgo(EXPORT_LIFE_MS - 1),
    'library:item:expired': savedAgo(EXPORT_LIFE_MS),
    'library:export': savedAgo(EXPORT_LIFE_MS),
    'library:count:of-the-future': savedAgo(-YEAR_MS),
    'library:count:damaged': { savedAt: clock.now() },
    'library:count:foreign': { ...savedAgo(0), accountId: 'bob' },
    'library:count:of-another-version': { ...savedAgo(0), version: 2 },
  }))
    records.set(key, record);
  await sweepExpired();
  expect(libraryKeys()).toEqual(['library:count:fresh', 'library:item:fresh']);
  expect(records.has('session')).toBe(true);
});

test('a sweep goes by `expiresAt`, and spares what an unfinished export holds', async () => {
  const { clock, records, libraryKeys, sweepExpired } = openRecords();
  const { clientId, accountId } = OWNER;
  const until = (ms: number, age: number) => ({
    version: 1,
    clientId,
    accountId,
    savedAt: clock.now() - age,
    expiresAt: clock.now() + ms,
    mark: null,
  });
  const expired = until(-LIST_LIFE_MS, 2 * LIST_LIFE_MS);
  const alive = until(LIST_LIFE_MS, MINUTE_MS);
  for (const [key, record] of Object.entries({
    'library:export': { ...alive, holds: ['library:item:held'] },
    'library:item:held': { ...expired, rows: [] },
    'library:item:held#50': { ...expired, page: {} },
    'library:item:heldout': { ...expired, rows: [] },
    'library:item:alive': { ...alive, rows: [] },
    'library:item:ended-early': { ...alive, expiresAt: clock.now() - 1, rows: [] },
    'library:item:damaged': { ...alive, expiresAt: 'tomorrow', rows: [] },
  }))
    records.set(key, record);
  await sweepExpired();
  expect(libraryKeys()).toEqual([
    'library:export',
    'library:item:alive',
    'library:item:held',
    'library:item:held#50',
  ]);
});
