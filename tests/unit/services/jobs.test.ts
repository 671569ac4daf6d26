import { createMemo, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { type Job, useJobs } from '../../../src/services/jobs.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openStage } from '../lab/matrix/stage.ts';

const network = useNetwork();

interface Copying extends Job {
  readonly copyOne: () => void;
}

function makeCopying(): Copying {
  const [done, setDone] = createSignal(0);
  return {
    title: 'Copy',
    count: createMemo(() => ({ done: done(), total: 2 })),
    stop: () => undefined,
    resume: () => undefined,
    copyOne: () => setDone((before) => before + 1),
  };
}

test('a job lives on after its page is left, and the next page finds the same one', () => {
  const stage = openStage(network);
  const late = {};
  const first = stage.onPage(() => useJobs().open(makeCopying), late);
  stage.leave();
  first.copyOne();
  expect(first.count()).toEqual({ done: 1, total: 2 });

  const jobs = stage.onPage(() => useJobs(), late);
  expect(jobs.open(makeCopying)).toBe(first);
  expect(jobs.all()).toEqual([first]);
});
