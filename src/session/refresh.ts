import { withTimeLimit } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { isLoginError, LoginError } from '../oauth/errors.ts';
import type { refreshTokens } from '../oauth/token.ts';
import type { Fetch } from '../oauth/types.ts';
import type { CurrentLogin } from './current-login.ts';
import { type LockDependencies, TOKEN_REQUEST_LIMIT_MS, withLock } from './lock.ts';
import type { Channel, SessionRecord } from './types.ts';

/** The dependencies of the refresh. */
export interface RefreshDependencies extends LockDependencies {
  readonly server: AuthorizationServer;
  readonly login: CurrentLogin;
  readonly channel: Channel;
  readonly fetch: Fetch;
  /** Whether this tab has only a copy of the login, and the tab that it lives in renews it. */
  readonly isCopied: (record: SessionRecord) => Promise<boolean>;
  /** Aborts when the person logs out. */
  readonly loggedOut: () => AbortSignal;
}

/** Gives a usable session record, refreshing at most once at a time over all tabs. */
export interface Refresher {
  /** @param rejected the access token that the API has just refused, if that is why. */
  freshRecord(rejected?: string): Promise<SessionRecord>;
  /** Refreshes although the access token still lives, because the person asks for it. */
  refreshNow(): Promise<SessionRecord>;
}

/** Makes the one place that refreshes; concurrent callers in this tab share one refresh. */
export function makeRefresher(deps: RefreshDependencies): Refresher {
  let underWay: Promise<SessionRecord> | undefined;

  function isUsable(record: SessionRecord, rejected: string | undefined): boolean {
    const now = deps.clock.now();
    // A clock set back would make an old token look young, so both ends are checked.
    return record.issuedAt <= now && now < record.expiresAt && record.accessToken !== rejected;
  }

  async function start(rejected: string | undefined): Promise<SessionRecord> {
    const loggedOut = deps.loggedOut();
    // Loads late, because few pages live for an hour.
    const { refreshTokens } = await import('../oauth/token.ts');
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
 * Refreshes while no other tab does: inside the lock storage is read again, as another tab may just
 * have refreshed (RFC 9700, section 4.14.2). Where a tab hangs with the lock, it refreshes without,
 * and what it stores replaces nothing but the record it has read.
 *
 * @param loggedOut aborts when the person logs out.
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
    // Without the lock another tab may have been faster; after a log-out nothing is stored.
    const current = loggedOut.aborted ? undefined : await deps.login.read();
    if (current && isUsable(current)) return current;
    throw new LoginError('logged-out');
  });
}

/** Gives the renewed record, or nothing where the stored one is no longer the one to renew. */
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
    // Stored before the lock opens and before anyone uses it; not stored after a log-out.
    if (loggedOut.aborted || !(await deps.login.renew(stored, renewed))) return undefined;
    deps.channel.post('changed');
    return renewed;
  } catch (error) {
    if (isLoginError(error, 'invalid-grant')) return end(deps, stored);
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
  throw new LoginError('login-ended');
}
