import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const RECORDS = 'unit/storage/list-records.test.ts';
const LIMITS = 'unit/spotify/pace-clock.test.ts';
const HELD_UP = '[s29] %s is of a clock that was set back, and holds up nothing';

/** Faults that reports at other apps led to: cases s26 and on. */
export const WHAT_HAPPENS: readonly Mutation[] = [
  mutation(
    'copy-taken-for-tab',
    'takes a copy of a login that is not kept for the login itself',
    [
      edit(
        'src/session/session.ts',
        '!isKept && (await tabLogin.isCopied(loginId))',
        'isKept && (await tabLogin.isCopied(loginId))',
      ),
    ],
    [
      proof(
        'unit/session/copied-tab.test.ts',
        '[s26] a copy of a tab whose login is not kept sends no refresh token, and the login lives on in its tab',
        's26',
      ),
      proof(
        'e2e/login/keep-login.spec.ts',
        '[s26] a duplicated tab does not take along a login that is not kept, which goes on in its own',
        's26',
      ),
    ],
  ),
  mutation(
    'every-click-a-login',
    'begins a login for every repeat of a held key',
    [edit('src/services/begin-login.ts', 'if (isUnderWay) return;', '')],
    [
      proof(
        'e2e/login/login.spec.ts',
        '[s28] Enter held at the button makes one authorization request, and the button works again after Back',
        's28',
      ),
    ],
  ),
  mutation(
    'future-list-believed',
    'shows a stored list that is stamped later than now',
    [edit('src/storage/list-records.ts', 'value.savedAt <= now &&', '')],
    [
      proof(
        RECORDS,
        '[s29] a record that is %s is passed over, and the next one counts',
        's29',
        'of a year later',
      ),
    ],
  ),
  mutation(
    'future-list-in-memory',
    'shows a list in memory that is stamped later than now',
    [edit('src/storage/list-cache.ts', 'snapshot.savedAt <= clock.now()', 'snapshot.savedAt > 0')],
    [
      proof(
        RECORDS,
        '[s29] a list in memory that the clock was set back behind counts as none',
        's29',
      ),
    ],
  ),
  mutation(
    'future-limit-believed',
    'waits as long as a stored limit says, if for a year',
    [edit('src/spotify/pace.ts', 'ms > LONGEST_LIMIT_MS ? 0 :', '')],
    [proof(LIMITS, HELD_UP, 's29', 'a rate limit until a year from now')],
  ),
  mutation(
    'future-quota-believed',
    'takes a quota for exhausted that was so later than now',
    [edit('src/spotify/pace.ts', 'age >= 0 &&', '')],
    [proof(LIMITS, HELD_UP, 's29', 'a quota exhausted a year from now')],
  ),
];
