import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { LoginError, type LoginErrorKind } from '../oauth/errors.ts';
import type { Check, ReportCheck } from '../oauth/types.ts';
import type { PendingLogin, PendingLoginStore, TabMark } from './types.ts';

/**
 * A pending login older than this, in ms, is refused. People need time at Spotify, for a second factor
 * or a mail; how long a code lives is for Spotify to judge (RFC 6749, section 4.1.2).
 */
export const PENDING_LOGIN_LIMIT_MS = 3_600_000;

/** How far back the clock may be set during a login, in ms. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** What tells whether a pending login is this tab's, young enough, and of the server now in use. */
export interface PendingLoginDependencies {
  readonly pendingLogins: PendingLoginStore;
  readonly tabMark: TabMark;
  readonly clock: Clock;
  readonly server: AuthorizationServer;
  readonly redirectUri: string;
}

/**
 * Takes the pending login of this tab, once; any other response leaves everything as it is.
 *
 * @throws LoginError where the response belongs to no login of this tab.
 */
export async function takePendingLogin(
  deps: PendingLoginDependencies,
  parameters: URLSearchParams,
  report: ReportCheck,
): Promise<PendingLogin> {
  function demand(
    check: Check,
    isGood: boolean,
    code = 'no_pending_login',
    kind: LoginErrorKind = 'protocol',
  ): void {
    report(check, isGood);
    if (!isGood) throw new LoginError(kind, code);
  }

  const [state = '', ...more] = parameters.getAll('state');
  demand('state', state !== '' && more.length === 0);
  demand('tab', state === deps.tabMark.get());
  deps.tabMark.remove();
  const pending = await deps.pendingLogins.take(state);
  report('pending', pending !== undefined);
  if (!pending) throw new LoginError('protocol', 'no_pending_login');
  const age = deps.clock.now() - pending.startedAt;
  const isYoung = age > -CLOCK_TOLERANCE_MS && age < PENDING_LOGIN_LIMIT_MS;
  demand('age', isYoung, 'pending_login_too_old', 'pending-login-too-old');
  const { issuer, authorizationEndpoint, tokenEndpoint } = deps.server;
  demand(
    'server',
    pending.issuer === issuer &&
      pending.authorizationEndpoint === authorizationEndpoint &&
      pending.tokenEndpoint === tokenEndpoint &&
      pending.redirectUri === deps.redirectUri,
    'other_server',
  );
  return pending;
}
