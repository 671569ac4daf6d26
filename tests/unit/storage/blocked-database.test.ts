import { get, set } from 'idb-keyval';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { settled } from '../../support/unit/latch.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

const LIMIT_MS = 4_000;

test.each([
  ['without IndexedDB', undefined],
  [
    'whose IndexedDB does not open, as in a private window',
    {
      open() {
        throw new DOMException('private window', 'InvalidStateError');
      },
    },
  ],
  // A request that never fires an event.
  ['whose IndexedDB never answers', { open: () => ({}) }],
])(
  '[row 71] a browser %s stores nothing, which each use says after 4 s at most',
  async (_, factory) => {
    vi.stubGlobal('indexedDB', factory);
    vi.stubGlobal('IDBTransaction', class {});
    vi.stubGlobal('addEventListener', () => undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const clock = makeTestClock();
    const { records, caches } = openDatabase('liner-notes', clock);
    const uses = [get('session', records), set('session', {}, records), get('limits', caches)];
    const outcomes = Promise.allSettled(uses);
    await settled();
    clock.advance(LIMIT_MS);
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'storage-blocked' } });
    }
    expect(clock.sleeping()).toBe(0);
  },
);
