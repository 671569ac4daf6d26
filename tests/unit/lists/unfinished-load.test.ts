import { createRoot } from 'solid-js';
import { expect, onTestFinished, test } from 'vitest';
import { createCollection } from '../../../src/lists/collection.ts';
import type { Page } from '../../../src/spotify/paging.ts';
import type { CachedList } from '../../../src/storage/list-cache.ts';
import { settled } from '../../support/unit/latch.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';

const TOTAL = 6;

/** A list of one letter a page whose pages come when told, and a place where it is kept once it is known whose it is. */
function loadOf(total = TOTAL) {
  const clock = makeTestClock();
  let kept: CachedList<string> = {};
  let isOwnerKnown = true;
  let come = (_: string | undefined) => {};
  async function* pages(): AsyncGenerator<Page<string>> {
    for (let offset = 0; ; offset += 1) {
      const letter = await new Promise<string | undefined>((resolve) => {
        come = resolve;
      });
      if (letter === undefined) return;
      yield { offset, limit: 1, total, entries: 1, hasNext: true, rows: [letter] };
    }
  }
  const [collection, leave] = createRoot((end) => {
    const cache = {
      peek: () => undefined,
      read: async () => kept,
      write: (snapshot: CachedList<string>['snapshot']) => {
        if (isOwnerKnown && snapshot) kept = { snapshot };
      },
      writePartial: (partial: CachedList<string>['partial']) => {
        if (isOwnerKnown && partial) kept = { ...kept, partial };
      },
    };
    return [createCollection({ clock, pages, keyOf: (row) => row, cache }), end];
  });
  onTestFinished(leave);
  void collection.open();
  return {
    clock,
    collection,
    leave,
    know: (isKnown: boolean) => {
      isOwnerKnown = isKnown;
    },
    async arrive(letter?: string) {
      await settled();
      come(letter);
      await settled();
    },
    async pass(ms: number) {
      clock.advance(ms);
      await settled();
    },
    keptPages: () => kept.partial?.pages.flatMap(({ rows }) => rows).join('') ?? '',
    keptRows: () => kept.snapshot?.rows.join('') ?? '',
  };
}

test('what came is kept within a second, also where nothing comes after it', async () => {
  const { arrive, pass, keptPages } = loadOf();
  await arrive('a');
  await arrive('b');
  await pass(1_000);
  expect(keptPages()).toBe('ab');
  await arrive('c');
  await pass(500);
  await arrive('d');
  expect(keptPages()).toBe('ab');
  await pass(500);
  expect(keptPages()).toBe('abcd');
});

test('what came before anybody knew whose it is is kept once that is known', async () => {
  const { arrive, pass, know, collection, keptPages } = loadOf();
  know(false);
  await arrive('a');
  await arrive('b');
  await pass(1_000);
  expect(keptPages()).toBe('');
  know(true);
  await collection.openCached();
  expect(keptPages()).toBe('ab');
});

test('a load that is over, or left, keeps nothing of its pages later', async () => {
  const whole = loadOf(1);
  await whole.arrive('a');
  await whole.arrive();
  await whole.pass(5_000);
  expect([whole.keptRows(), whole.keptPages()]).toEqual(['a', '']);

  const left = loadOf();
  await left.arrive('a');
  left.leave();
  expect(left.keptPages()).toBe('a');
  expect(left.clock.sleeping()).toBe(0);
});

test('[s29] a clock that is set forward while rows are drawn holds up no rows', async () => {
  const { clock, collection, arrive, pass } = loadOf();
  const now = clock.now;
  await arrive('a');
  // Reads as two hours later at the end of the update that the next row makes.
  let reads = 0;
  clock.now = () => now() + (reads++ % 2) * 7_200_000;
  await arrive('b');
  await pass(50);
  clock.now = now;
  await arrive('c');
  await pass(1_000);
  expect(collection.rows()).toEqual(['a', 'b', 'c']);
});
