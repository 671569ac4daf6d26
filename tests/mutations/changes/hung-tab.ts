import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const HUNG = 'unit/session/hung-tab.test.ts';

/** Faults beside a tab that hangs with the lock: row 63. */
export const HUNG_TAB: readonly Mutation[] = [
  mutation(
    'lock-without-limit',
    'waits for the lock of a tab that hangs for as long as it likes',
    [edit('src/session/lock.ts', 'LOCK_LIMIT_MS = 20_000', 'LOCK_LIMIT_MS = 200_000')],
    [
      proof(
        HUNG,
        '[row 63, s14] a refresh waits 20 s for a tab that hangs with the lock, then goes on and says so',
        '63 s14',
      ),
    ],
  ),
  mutation(
    'login-waits-for-lock',
    'waits for the lock before a new login is stored',
    [
      edit(
        'src/session/session.ts',
        'const loginId = crypto.randomUUID();',
        'await deps.locks.request(deps.lockName, { signal: stillWanted }, async () => undefined);\n      const loginId = crypto.randomUUID();',
      ),
    ],
    [proof(HUNG, '[row 63, s14] a new login is stored though a tab hangs with the lock', '63 s14')],
  ),
  mutation(
    'refresh-without-compare',
    'stores renewed tokens over those of a tab that was faster',
    [
      edit(
        'src/session/current-login.ts',
        'loginId === record.loginId && (mayBeOlder || accessToken === record.accessToken);',
        'loginId === record.loginId || mayBeOlder || accessToken === record.accessToken;',
      ),
    ],
    [
      proof(
        HUNG,
        '[row 63] of two tabs that refresh without the lock, the slower one keeps what the faster one stored',
        '63',
      ),
      proof(
        HUNG,
        '[row 63] a refusal without the lock ends no login that another tab has renewed',
        '63',
      ),
    ],
  ),
];
