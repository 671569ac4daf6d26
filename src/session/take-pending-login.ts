import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { LoginError, type LoginErrorKind } from '../oauth/errors.ts';
import type { Check, ReportCheck } from '../oauth/types.ts';
import type { PendingLogin, PendingLoginStore, TabMark } from './types.ts';

/**
 * Maximum age of a pending login, in ms. A second factor or a mail at Spotify takes time, and the lifetime of
 * the code is for Spotify to check (RFC 6749, section 4.1.2).
 */
const PENDING_LOGIN_LIMIT_MS = 3_600_000;

/** Tolerance for a clock that is set back during a login, in ms. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Tells whether a login that began at one time is still pending at another, both in ms since the epoch. */
export function isPending(startedAt: number, now: number): boolean {
  const age = now - startedAt;
  return age > -CLOCK_TOLERANCE_MS && age < PENDING_LOGIN_LIMIT_MS;
}

/** Dependencies of the checks of a pending login: its tab, its age and its authorization server. */
export interface PendingLoginDependencies {
  readonly pendingLogins: PendingLoginStore;
  readonly tabMark: TabMark;
  readonly clock: Clock;
  readonly server: AuthorizationServer;
  readonly redirectUri: string;
}

/**
 * Reads and removes the pending login of this tab, so that it is used once; a response to no login of this
 * tab changes nothing.
 *
 * @throws LoginError where the response belongs to no login of this tab, or the pending login is too old or
 * of another server.
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
  const isYoung = isPending(pending.startedAt, deps.clock.now());
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
