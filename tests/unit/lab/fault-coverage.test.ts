import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STEPS } from '../../support/fault-matrix.ts';
import { MET_IN_BROWSER } from '../../support/fault-walk.ts';

const BROWSER_TESTS = join(import.meta.dirname, '../../e2e');
const met = Object.values(MET_IN_BROWSER).flat();

test.each(STEPS)('a browser test meets a fault at the step "%s"', (step) => {
  expect(met.filter((cell) => cell.step === step)).not.toEqual([]);
});

test.each(
  Object.entries({
    'lab/fault-walk.spec.ts': /for \(const met of WALK\)/,
    'table/failures.spec.ts':
      /for \(const failure of FIRST_PAGE_FAILURES\)[\s\S]*for \(const failure of LATER_FAILURES\)/,
  }),
)('%s meets all that it is said to meet', (file, loop) => {
  expect(Object.keys(MET_IN_BROWSER)).toContain(file);
  expect(readFileSync(join(BROWSER_TESTS, file), 'utf8')).toMatch(loop);
});
