import { expect, test } from 'vitest';
import { formatPlaylists } from '../../../src/words/number.ts';

test.each([
  [0, '0 playlists'],
  [1, '1 playlist'],
  [1050, '1,050 playlists'],
])('%d playlists read "%s"', (count, text) => {
  expect(formatPlaylists(count)).toBe(text);
});
