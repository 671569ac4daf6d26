import { expect, test } from 'vitest';
import { makeJob, withStep } from '../../../src/features/edit/journal/job-record.ts';
import { isEditJob } from '../../../src/features/edit/journal/job-shape.ts';
import { encodeReport, reportOf } from '../../../src/features/edit/journal/report.ts';
import { planNewPlaylists } from '../../../src/features/edit/plan/make-plans.ts';
import type { PlannedRow } from '../../../src/features/edit/plan/plan.ts';

const row = (position: number, uri: string | null, more: Partial<PlannedRow> = {}): PlannedRow => ({
  list: 'new:0',
  from: 'Road',
  position,
  song: `Song ${position}`,
  uri,
  reason: null,
  ...more,
});

const plan = {
  ...planNewPlaylists([{ name: 'Road', description: '', uris: ['a', 'b', 'a'] }], 'Restore Road'),
  rows: [
    row(1, 'a'),
    row(2, null, { reason: 'not-found', song: '=HYPERLINK("x")' }),
    row(3, 'b'),
    row(4, 'a'),
    row(5, 'c', { reason: 'there' }),
  ],
};
const job = makeJob(plan, { accountId: 'me', clientId: 'app' }, { id: '1', now: 0 });

test('a report tells of every row what became of it, in the order of the file', () => {
  const ends = (states: readonly ('verified' | 'refused' | 'planned' | 'unknown')[]) =>
    reportOf(states.reduce((now, state, at) => withStep(now, at, { state }), job)).map(
      ({ end }) => end,
    );
  const others = { 1: 'not-found', 4: 'there' };
  const all = (end: string) => Object.assign(Array(5).fill(end), others);
  expect(ends([])).toEqual(all('not-sent'));
  expect(ends(['verified', 'verified'])).toEqual(all('restored'));
  expect(ends(['verified', 'refused'])).toEqual(all('refused'));
  expect(ends(['verified', 'unknown'])).toEqual(all('unknown'));
});

test('a report is a table that no spreadsheet takes for formulas', () => {
  const done = [0, 1].reduce((now, at) => withStep(now, at, { state: 'verified' }), job);
  expect(encodeReport(reportOf(done), 'en').split('\r\n')).toEqual([
    '\uFEFFPlaylist,Position,Song,URI,Outcome',
    'Road,1,Song 1,a,Restored',
    `Road,2,"'=HYPERLINK(""x"")",,Not found on Spotify`,
    'Road,3,Song 3,b,Restored',
    'Road,4,Song 4,a,Restored',
    'Road,5,Song 5,c,There already',
    '',
  ]);
});

test('the rows of a plan are kept with its job, and checked when it is read', () => {
  expect(isEditJob(structuredClone(job))).toBe(true);
  const wrong = { ...plan, rows: [{ ...row(1, 'a'), reason: 'toString' }] };
  expect(isEditJob({ ...job, plan: wrong })).toBe(false);
});
