import { expect, test } from 'vitest';
import { simulate } from '../../../src/demo/simulate.ts';
import { LAB_GROUPS } from '../../../src/features/lab/cases.ts';
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
    expect(outcome.said).toHaveLength(outcome.end.errors.length);
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
