import { expect, test } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { openDemoMemory } from '../../../src/demo/server-memory.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { fakeIndexedDb } from '../../support/unit/fake-database.ts';

test.each([
  ['once keeps what the next page of the demo reads', 1, 'a code'],
  ['again is done without, in the memory of its page', 2, undefined],
] as const)('a database of the demo that fails %s', async (_what, times, kept) => {
  const fake = fakeIndexedDb();
  const open = () =>
    openDemoMemory('demo', openDatabase('demo', systemClock, 'records').records, systemClock);
  fake.fail('open', new DOMException('too slow', 'TimeoutError'), times);
  const first = await open();
  await first.set('code', 'a code');
  expect(await first.get('code')).toBe('a code');
  expect(await (await open()).get('code')).toBe(kept);
});
