import { expect, test } from 'vitest';
import { makeInPageLocks } from '../../../src/session/in-page-tabs.ts';
import { makeLatch, settled } from '../../support/unit/latch.ts';

const patient = { signal: new AbortController().signal };

test('of three who want the lock one has it at a time, in the order they came', async () => {
  const locks = makeInPageLocks();
  const events: string[] = [];
  const visit = (who: string) =>
    locks.request('session', patient, async () => {
      events.push(`${who} in`);
      await settled();
      events.push(`${who} out`);
      return who;
    });
  expect(await Promise.all(['a', 'b', 'c'].map(visit))).toEqual(['a', 'b', 'c']);
  expect(events).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
});

test('locks of different names do not wait for each other', async () => {
  const locks = makeInPageLocks();
  const latch = makeLatch();
  const held = locks.request('one', patient, () => latch.opened);
  expect(await locks.request('two', patient, async () => 'free')).toBe('free');
  latch.open();
  await held;
});

test('a failure in the lock is told to its holder and frees the lock', async () => {
  const locks = makeInPageLocks();
  const failing = locks.request('session', patient, () => Promise.reject(new Error('failed')));
  const next = locks.request('session', patient, async () => 'next');
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('next');
});

test('[row 63] whoever gives up waiting never gets the lock, and lets nobody in early', async () => {
  const locks = makeInPageLocks();
  const latch = makeLatch();
  const events: string[] = [];
  const held = locks.request('session', patient, () => latch.opened);
  const impatient = new AbortController();
  const given = locks.request('session', { signal: impatient.signal }, async () => {
    events.push('impatient');
  });
  const next = locks.request('session', patient, async () => {
    events.push('next');
  });
  impatient.abort(new Error('no longer'));
  await expect(given).rejects.toThrow('no longer');
  await settled();
  expect(events).toEqual([]);

  latch.open();
  await Promise.all([held, next]);
  expect(events).toEqual(['next']);
});

test('whoever has given up before asking never gets the lock', async () => {
  const locks = makeInPageLocks();
  const request = locks.request('session', { signal: AbortSignal.abort(new Error('gone')) }, () =>
    Promise.resolve('had it'),
  );
  await expect(request).rejects.toThrow('gone');
});

test('giving up with the lock in hand changes nothing, as with the Web Locks API', async () => {
  const locks = makeInPageLocks();
  const latch = makeLatch();
  const leaving = new AbortController();
  const held = locks.request('session', { signal: leaving.signal }, async () => {
    await latch.opened;
    return 'done';
  });
  await settled();
  leaving.abort();
  latch.open();
  expect(await held).toBe('done');
});
