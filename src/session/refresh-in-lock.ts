import { withTimeLimit } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { InvalidGrantError } from '../oauth/errors.ts';
import { refreshTokens } from '../oauth/token.ts';
import type { Fetch } from '../oauth/types.ts';
import type { CurrentLogin } from './current-login.ts';
import { LoginRequiredError } from './errors.ts';
import { type LockDependencies, TOKEN_REQUEST_LIMIT_MS, withLock } from './lock.ts';
import type { Channel, SessionRecord } from './types.ts';

/** What a refresh needs from its surroundings. */
export interface RefreshDependencies extends LockDependencies {
  readonly server: AuthorizationServer;
  readonly login: CurrentLogin;
  readonly channel: Channel;
  readonly fetch: Fetch;
}

/**
 * Refreshes while no other tab does: inside the lock storage is read again, as another tab may just
 * have refreshed (RFC 9700, section 4.14.2).
 *
 * @param loggedOut aborts when the person logs out.
 */
export function refreshInLock(
  deps: RefreshDependencies,
  isUsable: (record: SessionRecord) => boolean,
  loggedOut: AbortSignal,
): Promise<SessionRecord> {
  return withLock(deps, [loggedOut], async () => {
    const stored = await deps.login.read();
    if (!stored) throw new LoginRequiredError('none');
    if (isUsable(stored)) return stored;
    return requestTokens(deps, stored, loggedOut);
  });
}

async function requestTokens(
  deps: RefreshDependencies,
  stored: SessionRecord,
  loggedOut: AbortSignal,
): Promise<SessionRecord> {
  if (stored.refreshToken === null) return end(deps);
  const client = { ...stored, scopes: stored.askedScopes, server: deps.server };
  const old = { refreshToken: stored.refreshToken, grantedScopes: stored.grantedScopes };
  try {
    const tokens = await withTimeLimit(deps.clock, TOKEN_REQUEST_LIMIT_MS, [loggedOut], (signal) =>
      refreshTokens(client, old, { fetch: deps.fetch, now: deps.clock.now(), signal }),
    );
    const renewed = { ...stored, ...tokens };
    // Stored before the lock opens and before anyone uses it; not stored after a log-out.
    if (loggedOut.aborted || !(await deps.login.renew(renewed))) {
      throw new LoginRequiredError('none');
    }
    deps.channel.post('changed');
    return renewed;
  } catch (error) {
    if (error instanceof InvalidGrantError) return end(deps);
    throw error;
  }
}

/** Drops the tokens, and nothing else, once Spotify refuses to renew them. */
async function end({ login, channel }: RefreshDependencies): Promise<never> {
  await login.clear();
  login.forget({ kind: 'ended' });
  channel.post('ended');
  throw new LoginRequiredError('ended');
}
