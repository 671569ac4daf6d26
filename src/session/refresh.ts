import { withTimeLimit } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { isCarriable } from '../oauth/carriable-token.ts';
import { isLoginError, LoginError } from '../oauth/errors.ts';
import { ofNetwork } from '../oauth/network-error.ts';
import type { refreshTokens } from '../oauth/token.ts';
import type { Fetch } from '../oauth/types.ts';
import type { CurrentLogin } from './current-login.ts';
import { type LockDependencies, TOKEN_REQUEST_LIMIT_MS, withLock } from './lock.ts';
import type { Channel, SessionRecord } from './types.ts';

/** Dependencies of the refresh. */
export interface RefreshDependencies extends LockDependencies {
  readonly server: AuthorizationServer;
  readonly login: CurrentLogin;
  readonly channel: Channel;
  readonly fetch: Fetch;
  /** Tells whether this tab is a duplicate, whose login the original tab refreshes. */
  readonly isCopied: (record: SessionRecord) => Promise<boolean>;
  /** Returns the signal that aborts at the log-out. */
  readonly loggedOut: () => AbortSignal;
}

/** Provides a record with a valid access token, with at most one refresh at a time over all tabs. */
export interface Refresher {
  /** @param rejected the access token of a request with a 401 response, if there was one. */
  freshRecord(rejected?: string): Promise<SessionRecord>;
  /** Refreshes on demand, also while the access token is valid. */
  refreshNow(): Promise<SessionRecord>;
}

/** Makes the refresher; concurrent callers in this tab share one refresh. */
export function makeRefresher(deps: RefreshDependencies): Refresher {
  let underWay: Promise<SessionRecord> | undefined;

  function isUsable(record: SessionRecord, rejected: string | undefined): boolean {
    const now = deps.clock.now();
    // A clock that was set back makes an expired token look valid, so both ends are compared.
    const isFresh = record.issuedAt <= now && now < record.expiresAt;
    return isFresh && record.accessToken !== rejected && isCarriable(record.accessToken);
  }

  async function start(rejected: string | undefined): Promise<SessionRecord> {
    const loggedOut = deps.loggedOut();
    // Loaded on demand, because few pages stay open for the hour that an access token is valid.
    const { refreshTokens } = await ofNetwork(import('../oauth/token.ts'));
    return refreshInLock(deps, refreshTokens, (record) => isUsable(record, rejected), loggedOut);
  }

  async function refresh(rejected: string | undefined): Promise<SessionRecord> {
    const joined = await underWay;
    if (joined && joined.accessToken !== rejected) return joined;
    underWay ??= start(rejected).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  return {
    async freshRecord(rejected) {
      const state = deps.login.state();
      if (state.kind === 'ended') throw new LoginError('login-ended');
      if (state.kind === 'signed-in' && isUsable(state.record, rejected)) return state.record;
      return refresh(rejected);
    },
    async refreshNow() {
      const state = deps.login.state();
      return refresh(state.kind === 'signed-in' ? state.record.accessToken : undefined);
    },
  };
}

/**
 * Refreshes under the lock, where storage is read again because another tab may have refreshed in the
 * meantime (RFC 9700, section 4.14.2). Where another tab does not release the lock, the refresh runs without
 * it and its write replaces no record but the one that was read.
 *
 * @param loggedOut aborts at the log-out.
 */
function refreshInLock(
  deps: RefreshDependencies,
  sendRequest: typeof refreshTokens,
  isUsable: (record: SessionRecord) => boolean,
  loggedOut: AbortSignal,
): Promise<SessionRecord> {
  return withLock(deps, [loggedOut], deps.login.holdUp, async () => {
    const stored = await deps.login.read();
    if (!stored) throw new LoginError('logged-out');
    if (isUsable(stored)) return stored;
    if (await deps.isCopied(stored)) throw new LoginError('logged-out');
    const renewed = await requestTokens(deps, sendRequest, stored, loggedOut);
    if (renewed) return renewed;
    // Without the lock another tab may have refreshed first; after a log-out there is no record.
    const current = loggedOut.aborted ? undefined : await deps.login.read();
    if (current && isUsable(current)) return current;
    throw new LoginError('logged-out');
  });
}

/**
 * Requests new tokens and returns the record with them, or `undefined` where the stored record has changed in
 * the meantime.
 */
async function requestTokens(
  deps: RefreshDependencies,
  sendRequest: typeof refreshTokens,
  stored: SessionRecord,
  loggedOut: AbortSignal,
): Promise<SessionRecord | undefined> {
  if (stored.refreshToken === null) return end(deps, stored);
  const client = { ...stored, scopes: stored.askedScopes, server: deps.server };
  const old = { refreshToken: stored.refreshToken, grantedScopes: stored.grantedScopes };
  try {
    const tokens = await withTimeLimit(deps.clock, TOKEN_REQUEST_LIMIT_MS, [loggedOut], (signal) =>
      sendRequest(client, old, { fetch: deps.fetch, now: deps.clock.now(), signal }),
    );
    const renewed = { ...stored, ...tokens };
    // Stored before the lock is released and before the first use; not stored after a log-out.
    if (loggedOut.aborted || !(await deps.login.renew(stored, renewed))) return undefined;
    deps.channel.post('changed');
    return renewed;
  } catch (error) {
    if (isLoginError(error, 'invalid-grant')) return end(deps, stored);
    throw error;
  }
}

/**
 * Removes the tokens, and no other data, once Spotify rejects the refresh token; returns `undefined` where
 * the stored record has changed in the meantime.
 *
 * @throws LoginError `login-ended` where the tokens are removed.
 */
async function end(
  { login, channel }: RefreshDependencies,
  refused: SessionRecord,
): Promise<undefined> {
  if (!(await login.clear(refused))) return undefined;
  login.forget({ kind: 'ended' });
  channel.post('ended');
  throw new LoginError('login-ended');
}
