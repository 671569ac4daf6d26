import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILE = 'src/spotify/pace.ts';
const OBJECTIONS = 'unit/spotify/pace-objections.test.ts';

/** Faults of going gently with Spotify's limits. */
export const PACE: readonly Mutation[] = [
  mutation(
    'waits-do-not-grow',
    'waits equally long after each objection',
    [edit(FILE, 'FIRST_WAIT_MS * 2 ** (tries - 1)', 'FIRST_WAIT_MS')],
    [
      proof(
        OBJECTIONS,
        'after %s, and %s over and over, tries come ever more slowly, and end (luck: %d)',
        '41',
      ),
    ],
  ),
  mutation(
    'no-jitter',
    'lets all tabs come back at the same moment',
    [edit(FILE, '2 ** (tries - 1) * (0.75 + random() / 2)', '2 ** (tries - 1)')],
    [
      proof(
        OBJECTIONS,
        'after %s, and %s over and over, tries come ever more slowly, and end (luck: %d)',
        '41',
      ),
    ],
  ),
];
