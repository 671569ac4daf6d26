import { expect, test } from 'vitest';
import { simulate } from '../../../src/demo/simulate.ts';
import { LAB_GROUPS } from '../../../src/features/lab/cases.ts';
import { findCases } from '../../../src/features/lab/find-cases.ts';
import { runCase } from '../../../src/features/lab/run-case.ts';

const CASES = LAB_GROUPS.flatMap(({ cases }) => cases);
const options = () => ({
  simulate,
  pause: async () => undefined,
  signal: new AbortController().signal,
});

test.each(CASES.map((labCase) => [labCase.title, labCase] as const))(
  '%s It ends as claimed',
  async (_, labCase) => {
    const outcome = await runCase(labCase, options());
    expect(outcome.end).toMatchObject(labCase.claim);
    expect(outcome.isAsClaimed).toBe(true);
    expect(outcome.said).toHaveLength(outcome.end.errors.length + outcome.end.remarks);
  },
);

test('an end other than the claimed one is told, fact by fact', async () => {
  const [first] = CASES;
  if (!first) throw new Error('the lab has no case');
  const claim = { ...first.claim, tokenRequests: 1, waits: [2] };
  const { isAsClaimed, facts } = await runCase({ ...first, claim }, options());
  expect(isAsClaimed).toBe(false);
  expect(facts.filter(({ value, claimed }) => value !== claimed)).toEqual([
    { label: 'Token requests', value: '0', claimed: '1' },
    { label: 'Waited', value: 'none', claimed: '2 s' },
  ]);
});

test('a case that is given up stops where it is', async () => {
  const slow = CASES.find(({ id }) => id === 'limit-unreadable');
  if (!slow) throw new Error('the lab has no such case');
  const stop = new AbortController();
  const running = runCase(slow, {
    ...options(),
    signal: stop.signal,
    // The first wait that is longer than the way to Spotify.
    pause: async (ms) => (ms > 1_000 ? stop.abort(new Error('given up')) : undefined),
  });
  await expect(running).rejects.toThrow('given up');
});

test('of a case what differs from every login and load stays, in short', async () => {
  const shortened = async (id: string) => {
    const labCase = CASES.find((each) => each.id === id);
    if (!labCase) throw new Error(`the lab has no case ${id}`);
    const { entries } = await runCase(labCase, options());
    return entries.filter(({ isRoutine }) => !isRoutine).map(({ text }) => text.split(/[?“]/)[0]);
  };
  expect(await shortened('state-changed')).toEqual([
    'someone changes the reply on its way',
    'arrives at /callback',
    'stops: protocol',
  ]);
  expect(await shortened('error-forged')).toEqual([
    'someone changes the reply on its way',
    'arrives at /callback',
    'stops: protocol',
    'has logged in',
  ]);
  expect(await shortened('dialect-new')).toEqual(['has logged in', 'shows 120 playlists']);
  expect(await shortened('access-token-expired')).toEqual([
    'has logged in',
    '61 minutes pass',
    '401 ',
    '401 ',
    'POST /api/token (refresh_token)',
    'shows 120 playlists',
  ]);
});

test('cases are found by each word of their question and fault, in their groups', () => {
  const idsOf = (query: string) =>
    findCases(LAB_GROUPS, query).map(({ cases }) => cases.map(({ id }) => id));
  expect(idsOf('').flat()).toHaveLength(CASES.length);
  expect(idsOf(' Retry-After  UNREADABLE')).toEqual([]);
  expect(idsOf('cors 429')).toEqual([['limit-no-cors']]);
  expect(idsOf('new refresh')).toEqual([['refresh-without-token', 'refresh-with-token']]);
});
