import { get, promisifyRequest, set } from 'idb-keyval';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { OBJECT_STORE } from '../../../src/storage/keys.ts';
import { type FailingStep, fakeIndexedDb } from '../../support/unit/fake-database.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

const NAME = 'liner-notes';
const STEPS: readonly FailingStep[] = ['open', 'transaction', 'request', 'abort'];
const ERRORS = ['InvalidStateError', 'UnknownError', 'AbortError'];
const ways = ['records', 'caches'] as const;

const CASES = STEPS.flatMap((step) =>
  ERRORS.flatMap((name) => ways.map((way) => ({ step, name, way }))),
);

test.each(CASES)(
  '[s27] a write of $way that fails once at $step with $name is done again, and a read too',
  async ({ step, name, way }) => {
    const fake = fakeIndexedDb();
    const database = openDatabase(NAME, makeTestClock());
    if (step !== 'open') await set('before', 1, database[way]);
    fake.fail(step, new DOMException('the connection is gone', name));
    await expect(set('key', 'value', database[way])).resolves.toBeUndefined();
    if (step !== 'open' && step !== 'abort')
      fake.fail(step, new DOMException('the connection is gone', name));
    await expect(get('key', database[way])).resolves.toBe('value');
  },
);

test('[s27] a transaction that the browser aborts without an error is done again', async () => {
  const fake = fakeIndexedDb();
  const database = openDatabase(NAME, makeTestClock());
  fake.fail('abort', null);
  await expect(set('key', 'value', database.records)).resolves.toBeUndefined();
  await expect(get('key', database.records)).resolves.toBe('value');
});

test('[s27] a write that depends on what it reads is done again as a whole', async () => {
  const fake = fakeIndexedDb();
  const database = openDatabase(NAME, makeTestClock());
  await set('count', 1, database.records);
  fake.fail('request', new DOMException('the connection is gone', 'UnknownError'));
  const adding = database.compareAndWrite(
    async (store) => {
      store.put(Number(await promisifyRequest(store.get('count'))) + 1, 'count');
      await promisifyRequest(store.transaction);
      return true;
    },
    () => undefined,
  );
  await expect(adding).resolves.toBe(true);
  await expect(get('count', database.records)).resolves.toBe(2);
});

test('[s27] a second failure in a row is told, and the next use works', async () => {
  const fake = fakeIndexedDb();
  const database = openDatabase(NAME, makeTestClock());
  fake.fail('transaction', new DOMException('the connection is gone', 'InvalidStateError'), 2);
  await expect(set('key', 'value', database.records)).rejects.toMatchObject({
    kind: 'storage-blocked',
  });
  await set('key', 'value', database.records);
  await expect(get('key', database.records)).resolves.toBe('value');
});

test.each([
  ['QuotaExceededError', 'storage-full'],
  ['DataCloneError', 'storage-blocked'],
  ['NotAllowedError', 'storage-blocked'],
])('[s27] a write that fails with %s is not tried again', async (name, kind) => {
  const fake = fakeIndexedDb();
  const database = openDatabase(NAME, makeTestClock());
  await set('before', 1, database.records);
  fake.fail('request', new DOMException('no', name));
  await expect(set('key', 'value', database.records)).rejects.toMatchObject({ kind });
  expect(fake.opened).toBe(1);
});

test('[s27] a database of our name without our store gets it, and keeps what else it holds', async () => {
  const fake = fakeIndexedDb();
  const others = new Map([['other', new Map([['key', 'value']])]]);
  fake.databases.set(NAME, { version: 3, stores: others });
  const { records } = openDatabase(NAME, makeTestClock());
  await expect(set('key', 'ours', records)).resolves.toBeUndefined();
  await expect(get('key', records)).resolves.toBe('ours');
  expect(others.get(OBJECT_STORE)?.get('key')).toBe('ours');
  expect(others.get('other')?.get('key')).toBe('value');
});
