import { createMemo, createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { createTimeLeft, type Job, type JobState, useJobs } from '../../../src/services/jobs.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';
import { openStage } from '../lab/matrix/stage.ts';

const network = useNetwork();

interface Copying extends Job {
  readonly copyOne: () => void;
}

function makeCopying(): Copying {
  const [done, setDone] = createSignal(0);
  const [state, setState] = createSignal<JobState>('running');
  return {
    title: () => 'Copy',
    state,
    count: createMemo(() => ({ done: done(), total: 2 })),
    text: () => `${done()} of 2`,
    timeLeft: () => undefined,
    href: () => 'copy',
    isOnScreen: () => false,
    stop: () => void setState('stopped'),
    resume: () => void setState('running'),
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

test('all running jobs are stopped at once, and named', () => {
  const jobs = openStage(network).onPage(() => useJobs(), {});
  const copying = jobs.open(makeCopying);
  expect(jobs.running()).toEqual([copying]);
  expect(jobs.stopAll()).toEqual([copying]);
  expect(copying.state()).toBe('stopped');
  expect(jobs.running()).toEqual([]);
  expect(jobs.stopAll()).toEqual([]);
});

test('the time left follows the speed of the last half a minute', () => {
  createRoot((dispose) => {
    const clock = makeTestClock();
    const [state, setState] = createSignal<JobState>('running');
    const [done, setDone] = createSignal(0);
    const count = () => ({ done: done(), total: 1_000 });
    const timeLeft = createTimeLeft(clock, { state, count });
    expect(timeLeft()).toBeUndefined();
    setDone(500);
    expect(timeLeft()).toBeUndefined();

    clock.advance(40_000);
    setDone(510);
    clock.advance(10_000);
    setDone(610);
    // 10 steps a second, whatever came before.
    expect(timeLeft()).toBe(39_000);

    setState('stopped');
    expect(timeLeft()).toBeUndefined();
    dispose();
  });
});
