import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const SESSION = 'src/session/session.ts';
const ENDING = 'src/session/log-out.ts';
const LOGIN = 'src/session/current-login.ts';
const LOG_OUT = 'unit/session/log-out.test.ts';
const RACES = 'unit/session/log-out-races.test.ts';
const REPLACED = 'unit/session/login-replaced.test.ts';
const REMOVES =
  '[row 68] a log-out removes the tokens and every login that waits, and every tab knows';

/** Faults of the log-out and of another person's login: rows 68 to 70. */
export const LOG_OUT_MUTATIONS: readonly Mutation[] = [
  mutation(
    'waiting-logins-survive',
    'leaves the logins that wait where they are',
    [edit(ENDING, '[login.clearAll(), deps.pendingLogins.clear()]', '[login.clearAll()]')],
    [proof(LOG_OUT, REMOVES, '68')],
  ),
  mutation(
    'log-out-untold',
    'tells no other tab of a log-out',
    [
      edit(ENDING, 'if (loginId) deps.channel.post({ loggedOut: loginId });', ''),
      edit(ENDING, "deps.channel.post('changed');", ''),
    ],
    [
      proof(LOG_OUT, REMOVES, '68'),
      proof(LOG_OUT, '[row 68] whoever watches the other tab is told of the log-out', '68'),
    ],
  ),
  mutation(
    'log-out-does-not-abort',
    'lets requests go on after a log-out',
    [edit(SESSION, "loggedOut.abort(new LoginError('logged-out'));", '')],
    [
      proof(
        LOG_OUT,
        '[row 68, s8] a log-out in the %s tab stops a refresh, which writes nothing back',
        '68 s8',
        'same',
      ),
      proof(
        LOG_OUT,
        '[row 68, s6] tokens that arrive after a log-out in the %s tab are not stored',
        '68 s6',
        'same',
      ),
      proof(LOG_OUT, '[row 68] a log-out aborts the requests under way', '68'),
    ],
  ),
  mutation(
    'late-refresh-revives',
    'takes up a login again that was forgotten while it was stored',
    [
      edit(LOGIN, 'if (forgotten !== before) return false;', ''),
      edit('src/storage/memory.ts', 'if (!stored || !isReplaceable(stored)) return false;', ''),
    ],
    [
      proof(
        RACES,
        '[row 68, s8] a log-out wins over a refresh whose answer is just being stored',
        '68 s8',
      ),
    ],
  ),
  mutation(
    'late-read-revives',
    'takes up a login again that was read while it was logged out',
    [
      edit(
        LOGIN,
        'return forgotten === before ? adopt(record, missing) : undefined;',
        'return adopt(record, missing);',
      ),
      edit(LOGIN, 'stored?.loginId === disowned ? undefined : stored', 'stored'),
    ],
    [
      proof(
        RACES,
        '[row 68] reading storage while a log-out is under way brings no login back',
        '68',
      ),
    ],
  ),
  mutation(
    'memory-over-storage',
    'believes what the tab remembers over what is stored',
    [
      edit(
        LOGIN,
        "else if (state.kind === 'signed-in' || isUnexplained) {",
        'else if (isUnexplained) {',
      ),
    ],
    [
      proof(
        REPLACED,
        '[row 69] after one failed read, a log-out that nobody told of is still found out',
        '69',
      ),
      proof(
        'unit/storage/storage-failures.test.ts',
        '[row 59] tokens that the browser has removed leave a page that is signed out, without an error',
        '59',
      ),
    ],
  ),
  mutation(
    'sleep-not-noticed',
    'reads nothing again when the page comes back',
    [edit('src/app/boot.ts', "if (document.visibilityState === 'visible') restore();", '')],
    [
      proof(
        'e2e/session/log-out.spec.ts',
        '[row 69] after Back, or when a page comes back into view, what is stored decides, not what the page remembers',
        '69',
      ),
    ],
  ),
  mutation(
    'name-of-another',
    'keeps the name of one person for the login of another',
    [edit(SESSION, 'record?.loginId === loginId && !signal.aborted', 'record && !signal.aborted')],
    [
      proof(
        REPLACED,
        '[row 70] the name of one person is never kept for the login of another',
        '70',
      ),
    ],
  ),
  mutation(
    'rows-of-another',
    'shows the rows of one person to the next one who logs in',
    [
      edit(
        'src/storage/list-cache.ts',
        'if (!known || known.loginId !== loginId())',
        'if (!known)',
      ),
    ],
    [
      proof(
        'e2e/session/log-out.spec.ts',
        '[row 70] an account that logs in over another in a second tab has its rows read afresh in both',
        '70',
      ),
    ],
  ),
];
