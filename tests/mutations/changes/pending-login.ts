import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const TAKE = 'src/session/take-pending-login.ts';
const SESSION = 'src/session/session.ts';
const MEMORY = 'src/storage/memory.ts';
const RETURN_PATH = 'src/session/return-path.ts';
const TAKEN = 'const pending = stored.get(state);\n      stored.delete(state);';

const PENDING = 'unit/session/pending-login.test.ts';
const AGE = 'unit/session/pending-login-age.test.ts';
const RETURN = 'unit/session/return-path.test.ts';
const OTHER_SERVER = '[row 25] an answer is refused where the app meanwhile knows another %s';
const TOO_OLD = '[row 19] a login that comes back %s is %s';

/** Removes one of the comparisons of a login that waits with the server that is now known. */
function unseen(what: string, comparison: string): Mutation {
  return mutation(
    `other-${what.replaceAll(' ', '-')}`.toLowerCase(),
    `does not see that the app meanwhile knows another ${what}`,
    [edit(TAKE, comparison, 'true')],
    [proof(PENDING, OTHER_SERVER, '25', what)],
  );
}

/** Faults of the login that waits for its answer: rows 17, 19, 25, 29 to 32. */
export const PENDING_LOGIN: readonly Mutation[] = [
  mutation(
    'no-atomic-take',
    'reads the login that waits, and removes it a little later',
    [
      edit(
        'src/storage/pending-logins.ts',
        'store.delete(prefix + state);',
        "setTimeout(() => records('readwrite', async (later) => void later.delete(prefix + state)), 3_000);",
      ),
    ],
    [
      proof(
        'e2e/session/tabs.spec.ts',
        '[row 17, c18] of a tab and its duplicate with the same answer one logs in, with one token request',
        '17 c18 s25',
      ),
    ],
  ),
  mutation(
    'taken-and-kept',
    'leaves a login that was taken where it is',
    [
      edit(MEMORY, TAKEN, 'const pending = stored.get(state);'),
      edit(TAKE, 'deps.tabMark.remove();', ''),
    ],
    [
      proof(
        PENDING,
        '[row 17, c18] of a tab and its duplicate, one logs in with the same answer and one is refused',
        '17 c18',
      ),
      proof(
        PENDING,
        '[row 32, c18] an answer that comes again is refused, and the session stays',
        '32 c18',
      ),
      proof(
        PENDING,
        '[row 32, s5] a callback reloaded while its code is exchanged sends no second token request',
        '32 s5',
      ),
    ],
  ),
  mutation(
    'one-login-at-a-time',
    'forgets the login that waits in another tab',
    [
      edit(
        MEMORY,
        'stored.set(pending.state, pending);',
        'stored.clear(); stored.set(pending.state, pending);',
      ),
    ],
    [proof(PENDING, '[s3] two logins in two tabs end well in the other order', 's3')],
  ),
  mutation(
    'login-waits-for-ever',
    'finishes a login that began long ago',
    [edit(TAKE, 'age < PENDING_LOGIN_LIMIT_MS', 'true')],
    [proof(AGE, TOO_OLD, '19', 'an hour after it began')],
  ),
  mutation(
    'login-from-the-future',
    'finishes a login that began later than now',
    [edit(TAKE, 'age > -CLOCK_TOLERANCE_MS &&', '')],
    [proof(AGE, TOO_OLD, '19', 'from the future, after the clock was set back by 5 minutes')],
  ),
  mutation(
    'login-in-a-hurry',
    'gives a login no longer than a code lives',
    [edit(TAKE, 'PENDING_LOGIN_LIMIT_MS = 3_600_000', 'PENDING_LOGIN_LIMIT_MS = 600_000')],
    [proof(AGE, TOO_OLD, '19', '12 minutes after it began, after a second factor and a mail')],
  ),
  mutation(
    'clock-not-tolerated',
    'refuses a login during which the clock was set right',
    [edit(TAKE, 'CLOCK_TOLERANCE_MS = 5 * 60_000', 'CLOCK_TOLERANCE_MS = 0')],
    [proof(AGE, TOO_OLD, '19', 'after the clock was set back by 0.3 s')],
  ),
  mutation(
    'old-logins-kept',
    'sweeps out no login that is too old',
    [edit(SESSION, 'await deps.pendingLogins.sweep((began) => !isPending(began, startedAt));', '')],
    [proof(AGE, '[row 19] beginning a login sweeps out those that are too old', '19')],
  ),
  unseen('issuer', 'pending.issuer === issuer'),
  unseen('authorization endpoint', 'pending.authorizationEndpoint === authorizationEndpoint'),
  unseen('token endpoint', 'pending.tokenEndpoint === tokenEndpoint'),
  unseen('redirect URI', 'pending.redirectUri === deps.redirectUri'),
  mutation(
    'any-return-path',
    'goes back to whatever begins with a slash',
    [edit(RETURN_PATH, String.raw`/^(\/[A-Za-z0-9_-]+)+(\?[^#\s\\]*)?$/`, String.raw`/^\//`)],
    [
      proof(RETURN, '[row 29] no login leads to %j, but to the playlists', '29', '//evil.example'),
      proof(
        RETURN,
        '[row 29] a login that is told to lead elsewhere does not even store that',
        '29',
      ),
    ],
  ),
  mutation(
    'stored-return-path-believed',
    'goes back to whatever is stored',
    [edit(SESSION, 'return safeReturnPath(pending.returnTo);', 'return pending.returnTo;')],
    [
      proof(
        RETURN,
        '[row 29] a path that was changed in storage is checked again when the login ends',
        '29',
      ),
    ],
  ),
  mutation(
    'login-begins-in-frame',
    'begins a login inside another site',
    [edit(SESSION, 'refuseFrames();\n      await logOut.settled', 'await logOut.settled')],
    [
      proof(
        'unit/session/authorization-request.test.ts',
        '[row 30] a framed page begins no login',
        '30 45',
      ),
    ],
  ),
  mutation(
    'login-ends-in-frame',
    'finishes a login inside another site',
    [edit(SESSION, 'refuseFrames();\n    const loading', 'const loading')],
    [
      proof(
        PENDING,
        '[row 30, s20] a framed page completes no login and leaves it to its tab',
        '30 45 s20',
      ),
    ],
  ),
  mutation(
    'prerendered-login',
    'spends the code of a page that is not shown yet',
    [edit('src/app/document.ts', 'if (!page.prerendering)', 'if (page)')],
    [
      proof(
        'e2e/login/callback-address.spec.ts',
        '[row 31] a page that is prerendered spends no code until it is shown',
        '31',
      ),
    ],
  ),
];
