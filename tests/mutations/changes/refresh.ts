import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const FILE = 'src/session/refresh.ts';
const TABS = 'unit/session/refresh-across-tabs.test.ts';
const REFRESH = 'unit/session/refresh.test.ts';
const FETCH = 'unit/session/session-fetch.test.ts';
const EIGHT = '[row 61] eight tabs that need a token at once make one refresh';
const ENDED =
  '[row 39, r3] invalid_grant ends the session for good: the token is dropped and never tried again';

/** Faults of the refresh: rows 61 to 65. */
export const REFRESH_MUTATIONS: readonly Mutation[] = [
  mutation(
    'no-lock',
    'refreshes without the lock over all tabs',
    [
      edit(
        FILE,
        'return withLock(deps, [loggedOut], deps.login.holdUp, async () => {',
        'return (async (work) => work())(async () => {',
      ),
    ],
    [proof(TABS, EIGHT, '61 s25')],
  ),
  mutation(
    'no-re-read-in-lock',
    'refreshes in the lock with what it knew before',
    [
      edit(
        FILE,
        'const stored = await deps.login.read();',
        'const known = deps.login.state(); const stored = known.kind === "signed-in" ? known.record : await deps.login.read();',
      ),
    ],
    [
      proof(TABS, EIGHT, '61'),
      proof(
        TABS,
        '[row 61, s11] a tab that slept over three refreshes reads storage and asks for none',
        '61 s11',
      ),
    ],
  ),
  mutation(
    'refresh-for-each-request',
    'lets every request of a tab refresh by itself',
    [
      edit(FILE, 'if (isUsable(stored)) return stored;', ''),
      edit('src/session/refresh.ts', 'underWay ??= start', 'underWay = start'),
    ],
    [
      proof(
        FETCH,
        '[s9] twenty requests at once with an expired token make one refresh and all succeed',
        's9',
      ),
      proof(
        FETCH,
        '[row 66] two people-made refreshes at once are one, and a later one is another',
        '66',
      ),
    ],
  ),
  mutation(
    'used-before-stored',
    'uses renewed tokens before they are stored',
    [
      edit(
        FILE,
        'if (loggedOut.aborted || !(await deps.login.renew(stored, renewed))) return undefined;',
        'void deps.login.renew(stored, renewed); if (loggedOut.aborted) return undefined;',
      ),
    ],
    [proof(TABS, '[row 62] renewed tokens are stored before anybody uses them', '62')],
  ),
  mutation(
    'dead-token-kept',
    'leaves a refresh token stored that is spent',
    [edit(FILE, 'if (!(await login.clear(refused))) return undefined;', '')],
    [proof(REFRESH, ENDED, '39 r3')],
  ),
  mutation(
    'request-without-limit',
    'waits for a token request that hangs for as long as the lock',
    [
      edit(
        'src/session/lock.ts',
        'TOKEN_REQUEST_LIMIT_MS = 15_000',
        'TOKEN_REQUEST_LIMIT_MS = 150_000',
      ),
    ],
    [
      proof(
        TABS,
        '[row 63] a token request that hangs is given up after 15 s, and its lock is free again',
        '34 63',
      ),
    ],
  ),
  mutation(
    'refresh-token-dropped',
    'drops the refresh token where the answer brings none',
    [
      edit(
        'src/oauth/token.ts',
        'answer.refresh_token ?? oldRefreshToken',
        'answer.refresh_token ?? null',
      ),
    ],
    [
      proof(
        REFRESH,
        '[row 64, r1] a refresh that brings no refresh token keeps the old one, over and over',
        '64 r1',
      ),
    ],
  ),
  mutation(
    'old-refresh-token-kept',
    'keeps the old refresh token where the answer brings a new one',
    [
      edit(
        'src/oauth/token.ts',
        'answer.refresh_token ?? oldRefreshToken',
        'oldRefreshToken ?? answer.refresh_token ?? null',
      ),
    ],
    [
      proof(
        REFRESH,
        '[row 64, r2] a refresh that brings a new refresh token replaces the old one, over and over',
        '64 r2',
      ),
    ],
  ),
  mutation(
    'refresh-narrows-scope',
    'asks for scopes in a refresh',
    [
      edit(
        'src/oauth/token.ts',
        'old.refreshToken,\n      request,',
        "old.refreshToken,\n      { ...request, additionalParameters: { scope: client.scopes.join(' ') } },",
      ),
    ],
    [
      proof(
        'unit/oauth/token-request.test.ts',
        '[row 33, 65] the refresh is a form with three fields and asks for no scope',
        '65',
      ),
    ],
  ),
  mutation(
    'end-told-to-nobody',
    'tells no other tab that Spotify has ended the login',
    [edit(FILE, "channel.post('ended');", "channel.post('changed');")],
    [
      proof(
        TABS,
        '[row 39, s16] of two tabs that learn at once of the end of the login, both say what it was',
        '39 s16',
      ),
    ],
  ),
];
