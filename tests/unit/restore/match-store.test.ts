import { expect, test } from 'vitest';
import {
  type KnownSong,
  readKnownSongs,
  writeKnownSong,
} from '../../../src/features/restore/match/match-store.ts';
import { kindOfKey } from '../../../src/storage/inventory.ts';
import { EXPORT_LIFE_MS } from '../../../src/storage/keys.ts';
import { sweep } from '../../../src/storage/sweep.ts';
import { item } from '../../support/unit/items.ts';
import { makeRecordStore } from '../../support/unit/record-store.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

const OWNER = { loginId: 'login', clientId: 'client', accountId: 'ada' };
const COVER = 'https://i.scdn.co/image/a';
const ONE = item({ position: 1 });
const TWO = item({ position: 2, title: 'Another' });
const SONGS: readonly KnownSong[] = [
  { key: '["one"]', hits: [ONE, TWO], choice: TWO },
  { key: '["refused"]', hits: [], isRefused: true },
  { key: '["skipped"]', hits: [ONE], choice: 'skip' },
];

/** The known songs of an account, with its login in the same database. */
async function storeSongs() {
  const clock = makeTestClock();
  const { records, database } = makeRecordStore();
  records.set('session', { loginId: OWNER.loginId });
  const place = { database, owner: OWNER, clock };
  for (const song of SONGS) await writeKnownSong(place, song);
  return { clock, records, place, keys: () => [...records.keys()].slice(1) };
}

test('what was searched for and chosen is found again, for a week', async () => {
  const { clock, place, keys } = await storeSongs();
  expect(await readKnownSongs(place)).toMatchObject(SONGS);
  expect(keys().map(kindOfKey)).toEqual(SONGS.map(() => 'matches'));
  clock.advance(EXPORT_LIFE_MS - 1);
  await sweep(place.database, OWNER, clock);
  expect(await readKnownSongs(place)).toHaveLength(3);
  clock.advance(1);
  expect(await readKnownSongs(place)).toEqual([]);
  await sweep(place.database, OWNER, clock);
  expect(keys()).toEqual([]);
});

test('covers are not kept, and nothing after a log-out', async () => {
  const { records, place, keys } = await storeSongs();
  await writeKnownSong(place, { key: 'x', hits: [{ ...ONE, coverUrl: COVER }] });
  expect(JSON.stringify([...records.values()])).not.toContain(COVER);
  records.clear();
  await writeKnownSong(place, { key: 'x', hits: [] });
  expect(keys()).toEqual([]);
});

test('another account’s and malformed records are none', async () => {
  const { records, place, keys } = await storeSongs();
  expect(await readKnownSongs({ ...place, owner: { ...OWNER, accountId: 'bo' } })).toEqual([]);
  const key = keys()[0] ?? '';
  const good = Object(records.get(key));
  for (const song of [undefined, 7, { key: 1, hits: [] }, { key: 'a', hits: [{}] }]) {
    records.set(key, { ...good, song });
    expect((await readKnownSongs(place)).map((each) => each.key)).toEqual([
      '["refused"]',
      '["skipped"]',
    ]);
  }
  records.set(key, { ...good, song: { key: 'a', hits: [], choice: { uri: 1 } } });
  expect((await readKnownSongs(place))[0]).toEqual({ key: 'a', hits: [] });
});
