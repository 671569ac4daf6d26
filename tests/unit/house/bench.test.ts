import { expect, test } from 'vitest';
import { targetsOf } from '../../bench/targets.ts';

test('what a run of the bench did not measure neither holds nor is missed', () => {
  const targets = targetsOf({
    series: [],
    liked: undefined,
    phone: undefined,
    exported: undefined,
    songs: undefined,
    welcomeBytes: 1,
    tableBytes: undefined,
    exportBytes: 0,
    demoFiles: [],
  });
  const open = targets.filter(({ holds }) => holds === undefined).map(({ measure }) => measure);
  expect(open).toEqual([
    'slow phone',
    'liked songs',
    'exports',
    'the index of all songs',
    'code from callback to table',
  ]);
});
