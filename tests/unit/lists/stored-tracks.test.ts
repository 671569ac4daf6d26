import type { UseStore } from 'idb-keyval';
import { expect, test } from 'vitest';
import { openTrackCache } from '../../../src/lists/stored-tracks.ts';
import { item } from '../../support/unit/items.ts';
import { makeRecordStore } from '../../support/unit/record-store.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';
import { playlist } from '../library/find-playlists.ts';

const OWNER = { loginId: 'login', clientId: 'client', accountId: 'ada' };
const LISTS = ['a', 'b', 'c', 'd'].map((id) => playlist({ id, snapshotId: `version of ${id}` }));
const ITEMS = [{ ...item({}), position: 1 }];

/** Opens a cache over a database that refuses each transaction with a record of these playlists. */
function openCache(refused: readonly string[] = []) {
  const { records, database: store } = makeRecordStore();
  records.set('session', { loginId: OWNER.loginId });
  let writes = 0;
  const database: UseStore = async (mode, work) => {
    const before = new Map(records);
    if (mode === 'readwrite') writes += 1;
    const result = await store(mode, work);
    if (!refused.some((id) => records.has(`library:item:${id}`))) return result;
    records.clear();
    for (const [key, value] of before) records.set(key, value);
    throw new DOMException('full', 'QuotaExceededError');
  };
  const open = () =>
    openTrackCache({ stored: { database, owner: OWNER }, clock: makeTestClock(), startedAt: 0 });
  return { records, open, writes: () => writes };
}

test('lists that arrive while one is written are written together', async () => {
  const { open, writes } = openCache();
  const cache = open();
  await Promise.all(LISTS.map((list) => cache.keep(list, ITEMS)));
  await cache.settle();
  expect(writes()).toBe(2);
  expect(await open().readAll(LISTS)).toEqual(LISTS.map(() => ({ items: ITEMS })));
});

test('a list that storage refuses stays in memory, and keeps no other one out', async () => {
  const { records, open } = openCache(['c']);
  const cache = open();
  await Promise.all(LISTS.map((list) => cache.keep(list, ITEMS)));
  await cache.settle();
  const stored = ['a', 'b', 'c', 'd'].filter((id) => records.has(`library:item:${id}`));
  expect(stored).toEqual(['a', 'b', 'd']);
  expect(await cache.readAll(LISTS)).toEqual(LISTS.map(() => ({ items: ITEMS })));
});

test('pages that are written late do not hide the whole list', async () => {
  const { open } = openCache(['a']);
  const cache = open();
  const [list = playlist({})] = LISTS;
  const page = { offset: 0, limit: 50, total: 1, entries: 1, hasNext: false, rows: ITEMS };
  void cache.keepPages(list, [page]);
  await cache.keep(list, ITEMS);
  await cache.settle();
  expect(await cache.read(list)).toEqual({ items: ITEMS });
});
