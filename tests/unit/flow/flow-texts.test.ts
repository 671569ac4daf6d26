import { expect, test } from 'vitest';
import { formatRemaining } from '../../../src/features/flow/explain/remaining.ts';
import { stepsOf } from '../../../src/features/flow/explain/steps.ts';
import { NOTHING_YET } from '../../../src/features/flow/record/flow.ts';
import { partOf } from '../../../src/features/flow/view/old-anchors.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

test.each([
  [0, 'Valid for 60 min 00 s'],
  [1_000, 'Valid for 59 min 59 s'],
  [600_500, 'Valid for 49 min 59 s'],
  [3_599_999, 'Valid for 0 min 00 s'],
  [3_600_000, 'Expired. The next request gets a new one.'],
  // The clock was set back.
  [-60_000, 'Expired. The next request gets a new one.'],
])('an access token of an hour after %d ms: %s', (passed, text) => {
  expect(formatRemaining({ issuedAt: NOW, expiresIn: 3_600 }, NOW + passed)).toBe(text);
});

test.each([
  [12_000, 'for 12 s'],
  [-5_000, 'for an unknown time: the clock was set back'],
])('of an answer that came %d ms after its request the page says: away %s', (passed, text) => {
  const request = { at: NOW, endpoint: '', codeVerifier: '', parameters: [] };
  const response = { at: NOW + passed, parameters: [], others: 0, checks: [] };
  const outcomes = stepsOf({ ...NOTHING_YET, request, response }).map(({ outcome }) => outcome);
  expect(outcomes).toContain(`You were away ${text}.`);
});

test.each([
  ['#result', 'flow/result'],
  ['#lab', 'lab'],
  ['#how-it-goes', 'flow/steps'],
  ['#step-verifier', 'flow/steps#step-1'],
  ['#step-token-request', 'flow/steps#step-6'],
  ['#step-refresh-1764331200000', 'flow/steps#step-9'],
  ['#step-3', undefined],
  ['#elsewhere', undefined],
  ['', undefined],
])('the fragment "%s" of the page in one piece leads to %s', (fragment, part) => {
  expect(partOf(fragment)).toBe(part);
});
