import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { ProtocolError } from '../oauth/errors.ts';
import type { PendingLogin, PendingLoginStore, TabMark } from './types.ts';

/** A pending login older than this, in ms, is refused: codes live no longer (RFC 6749, section 4.1.2). */
export const PENDING_LOGIN_LIMIT_MS = 10 * 60_000;

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
 * @throws ProtocolError where the response belongs to no login of this tab.
 */
export async function takePendingLogin(
  deps: PendingLoginDependencies,
  parameters: URLSearchParams,
): Promise<PendingLogin> {
  const [state, ...more] = parameters.getAll('state');
  if (!state || more.length > 0 || state !== deps.tabMark.get()) {
    throw new ProtocolError('no_pending_login');
  }
  deps.tabMark.remove();
  const pending = await deps.pendingLogins.take(state);
  if (!pending) throw new ProtocolError('no_pending_login');
  const age = deps.clock.now() - pending.startedAt;
  if (age < 0 || age >= PENDING_LOGIN_LIMIT_MS) throw new ProtocolError('pending_login_too_old');
  const { issuer, authorizationEndpoint, tokenEndpoint } = deps.server;
  if (
    pending.issuer !== issuer ||
    pending.authorizationEndpoint !== authorizationEndpoint ||
    pending.tokenEndpoint !== tokenEndpoint ||
    pending.redirectUri !== deps.redirectUri
  ) {
    throw new ProtocolError('other_server');
  }
  return pending;
}
