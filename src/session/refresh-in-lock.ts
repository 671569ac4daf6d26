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
 * have refreshed (RFC 9700, section 4.14.2). Where a tab hangs with the lock, it refreshes without,
 * and what it stores replaces nothing but the record it has read.
 *
 * @param loggedOut aborts when the person logs out.
 */
export function refreshInLock(
  deps: RefreshDependencies,
  isUsable: (record: SessionRecord) => boolean,
  loggedOut: AbortSignal,
): Promise<SessionRecord> {
  return withLock(deps, [loggedOut], deps.login.holdUp, async () => {
    const stored = await deps.login.read();
    if (!stored) throw new LoginRequiredError('none');
    if (isUsable(stored)) return stored;
    const renewed = await requestTokens(deps, stored, loggedOut);
    if (renewed) return renewed;
    // Without the lock another tab may have been faster; after a log-out nothing is stored.
    const current = loggedOut.aborted ? undefined : await deps.login.read();
    if (current && isUsable(current)) return current;
    throw new LoginRequiredError('none');
  });
}

/** Gives the renewed record, or nothing where the stored one is no longer the one to renew. */
async function requestTokens(
  deps: RefreshDependencies,
  stored: SessionRecord,
  loggedOut: AbortSignal,
): Promise<SessionRecord | undefined> {
  if (stored.refreshToken === null) return end(deps, stored);
  const client = { ...stored, scopes: stored.askedScopes, server: deps.server };
  const old = { refreshToken: stored.refreshToken, grantedScopes: stored.grantedScopes };
  try {
    const tokens = await withTimeLimit(deps.clock, TOKEN_REQUEST_LIMIT_MS, [loggedOut], (signal) =>
      refreshTokens(client, old, { fetch: deps.fetch, now: deps.clock.now(), signal }),
    );
    const renewed = { ...stored, ...tokens };
    // Stored before the lock opens and before anyone uses it; not stored after a log-out.
    if (loggedOut.aborted || !(await deps.login.renew(stored, renewed))) return undefined;
    deps.channel.post('changed');
    return renewed;
  } catch (error) {
    if (error instanceof InvalidGrantError) return end(deps, stored);
    throw error;
  }
}

/**
 * Drops the tokens, and nothing else, once Spotify refuses to renew them; gives nothing where they
 * are no longer the stored ones.
 */
async function end(
  { login, channel }: RefreshDependencies,
  refused: SessionRecord,
): Promise<undefined> {
  if (!(await login.clear(refused))) return undefined;
  login.forget({ kind: 'ended' });
  channel.post('ended');
  throw new LoginRequiredError('ended');
}
