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
  mutation(
    'address-to-the-letter',
    'reads the address more strictly than it is routed',
    [
      edit(
        'src/app/address.ts',
        'const path = canonicalPath(address.pathname, basePath);',
        'const path = address.pathname;',
      ),
    ],
    [
      proof(
        'unit/app/address.test.ts',
        '[s31] an answer that comes to %s, which is routed to the callback, is taken from it',
        's31',
        '/music/callback.html',
      ),
      proof(
        'unit/app/address.test.ts',
        '[s31] the address %s becomes %s before anything is routed, and keeps its query',
        's31',
        '/music/index.html',
      ),
      proof(
        'e2e/login/callback-address.spec.ts',
        '[s31] an answer to another spelling of the callback leaves address and history, and logs in',
        's31',
      ),
    ],
  ),
  mutation(
    'old-answer-is-a-fault',
    'stops whoever is logged in at an answer that was used before',
    [
      edit(
        'src/features/login/callback.tsx',
        "thrown.code === 'no_pending_login'",
        "thrown.code === ''",
      ),
    ],
    [
      proof(
        'e2e/login/callback-forged.spec.ts',
        '[s32] whoever goes back after the login and agrees again comes to the playlists, with one quiet line',
        's32',
      ),
    ],
  ),
];
