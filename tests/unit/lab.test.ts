import { expect, test } from 'vitest';
import { simulate } from '../../src/demo/simulate.ts';
import { LAB_GROUPS } from '../../src/lab/cases.ts';
import { runCase } from '../../src/lab/run-case.ts';

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
