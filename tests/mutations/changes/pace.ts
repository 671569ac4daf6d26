import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILE = 'src/spotify/pace.ts';
const FAULTS = 'unit/spotify/pace-faults.test.ts';
const OBJECTIONS = 'unit/spotify/pace-objections.test.ts';

/** Faults of going gently with Spotify's limits. */
export const PACE: readonly Mutation[] = [
  mutation(
    'ten-at-a-time',
    'has ten requests under way',
    [edit(FILE, '{ list: 6, items: 2 }', '{ list: 10, items: 10 }')],
    [
      proof(
        'unit/spotify/pace.test.ts',
        'at most six requests of lists and two of items are under way over all that load',
        '',
      ),
    ],
  ),
  mutation(
    'faults-retried-without-limit',
    'asks again after a fault for as long as it lasts',
    [edit(FILE, 'const QUICK_TRIES = 3;', 'const QUICK_TRIES = 30;')],
    [
      proof(
        FAULTS,
        '%s is asked about again within a few seconds, up to three times',
        '',
        'an internal error',
      ),
    ],
  ),
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
    'retry-after-disregarded',
    'waits no longer than it likes although Spotify says how long',
    [edit(FILE, 'told === null ? grown : Math.max(told * 1000, 1000)', 'grown')],
    [proof(FAULTS, '%s is waited for, up to four times', '', 'a rate limit of 3 s')],
  ),
  mutation(
    'quota-asked-again',
    'asks again although the quota is used up',
    [edit(FILE, 'throw new QuotaExceededError();', 'void 0;')],
    [
      proof(
        'unit/spotify/pace-tabs.test.ts',
        'a used-up quota is known in other tabs, and after a reload',
        '',
      ),
    ],
  ),
];
