import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const TOKEN = 'src/oauth/token.ts';
const REFRESH = 'src/session/refresh.ts';
const REFRESHES = 'unit/session/refresh.test.ts';
const GRANTED = 'unit/session/granted-tokens.test.ts';
const CLOCK = 'unit/session/clock-jumps.test.ts';
const SHIFTED = '[row 42, s12] %s (%i ms) three requests need %i refreshes';

/** Faults of knowing how long a token and a login live: rows 42 and 67. */
export const LIFETIME: readonly Mutation[] = [
  mutation(
    'no-margin',
    'uses a token to its very last second',
    [
      edit(
        TOKEN,
        'now + lifetimeMs - Math.min(EXPIRY_MARGIN_MS, lifetimeMs / 2)',
        'now + lifetimeMs',
      ),
    ],
    [proof(GRANTED, '[row 42] a token said to live %j s is used for %d s', '42')],
  ),
  mutation(
    'lifetime-from-answer',
    'counts the lifetime from when the answer came',
    [
      edit(
        'src/session/session.ts',
        '{ fetch: deps.fetch, now: authorizedAt, signal },',
        '{ fetch: deps.fetch, get now() { return deps.clock.now(); }, signal },',
      ),
    ],
    [
      proof(
        GRANTED,
        '[row 42] the lifetime is counted from before the request, less a minute',
        '42',
      ),
    ],
  ),
  mutation(
    'clock-set-back-unseen',
    'takes a token from the future for a fresh one',
    [edit(REFRESH, 'record.issuedAt <= now && ', '')],
    [proof(CLOCK, SHIFTED, '42 s12', 'two hours before the login, by a clock set back')],
  ),
  mutation(
    'consent-day-moves',
    'counts the six months from the last refresh',
    [
      edit(
        REFRESH,
        'const renewed = { ...stored, ...tokens };',
        'const renewed = { ...stored, ...tokens, authorizedAt: tokens.issuedAt };',
      ),
    ],
    [
      proof(
        REFRESHES,
        '[row 67] refreshing moves neither the day of consent nor the account',
        '67',
      ),
    ],
  ),
  mutation(
    'dead-login-tried-again',
    'asks again with a login that Spotify has ended',
    [
      edit(REFRESH, "if (state.kind === 'ended') throw new LoginError('login-ended');", ''),
      edit(
        REFRESH,
        "if (!(await login.clear(refused))) return undefined;\n  login.forget({ kind: 'ended' });",
        '',
      ),
    ],
    [
      proof(
        REFRESHES,
        '[row 62, s7] a rotated token whose answer got lost ends in a login, and no loop',
        '62 s7',
      ),
      proof(
        REFRESHES,
        '[row 67, s12] 180 days after consent a refresh ends in one question to log in, and no loop',
        '67 s12',
      ),
    ],
  ),
];
