import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeHaystack } from '../../../src/library/song-search.ts';

/** Of few letters, one of them outside Latin-1, so that words occur often and across the ends of texts. */
const letters = (most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '|', 'か'), maxLength: most });

test('joined texts are searched as each of them is', () => {
  fc.assert(
    fc.property(
      fc.array(letters(6), { maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      fc.array(
        letters(4).filter((word) => word !== ''),
        { minLength: 1, maxLength: 3 },
      ),
      (some, times, words) => {
        // More rows than one string takes.
        const rows = Array.from({ length: times }, () => some).flat();
        const find = makeHaystack(rows, (row) => row);
        expect(find(words)).toEqual(
          rows.filter((row) => words.every((word) => row.includes(word))),
        );
      },
    ),
  );
});
