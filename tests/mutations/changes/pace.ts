import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILE = 'src/spotify/pace.ts';
const PATIENCE = 'unit/spotify/patience.test.ts';
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
  mutation(
    'patience-anew-for-each',
    'gives each request that waits tries of its own after the last retry has failed',
    [edit(FILE, 'if (begunAt !== exhaustions) throw lastError;', '')],
    [proof(PATIENCE, '[s33] when patience ends, all that wait end with it', 's33')],
  ),
  mutation(
    'limit-told-before-any-answer',
    'speaks of a limit of Spotify although nothing of Spotify could be read',
    [
      edit(
        FILE,
        "lastError = hasAnswered ? error : new SpotifyError('unreachable');",
        'lastError = error;',
      ),
    ],
    [
      proof(PATIENCE, '[s33] when patience ends, all that wait end with it', 's33'),
      proof(
        'e2e/spotify/pace-quota.spec.ts',
        '[s33] whoever’s requests are all blocked is told so once, and of no limit of Spotify’s',
        's33',
      ),
    ],
  ),
];
