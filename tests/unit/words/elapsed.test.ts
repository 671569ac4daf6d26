import { expect, test } from 'vitest';
import { formatElapsed } from '../../../src/words/elapsed.ts';

test.each([
  [0, '0 s'],
  [400, '0.4 s'],
  [59_000, '59 s'],
  [3_660_300, '61 min'],
  [7_320_300, '122 min'],
  [6 * 3_600_000, '6 h'],
  [12 * 86_400_000, '12 days'],
])('%d ms are %s', (ms, text) => {
  expect(formatElapsed(ms)).toBe(text);
});
