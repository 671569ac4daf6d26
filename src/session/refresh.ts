import { withTimeLimit } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { InvalidGrantError } from '../oauth/errors.ts';
import type { Fetch } from '../oauth/types.ts';
import type { CurrentLogin } from './current-login.ts';
import { LoginRequiredError } from './errors.ts';
import { type LockDependencies, withLock } from './lock.ts';
import type { Channel, SessionRecord } from './types.ts';

/** Longest token request, in ms: a hung one would hold the lock. */
export const TOKEN_REQUEST_LIMIT_MS = 15_000;

/** What a refresh needs from its surroundings. */
export interface RefreshDependencies extends LockDependencies {
  readonly server: AuthorizationServer;
  readonly login: CurrentLogin;
  readonly channel: Channel;
  readonly fetch: Fetch;
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

/**
 * Makes the one place that refreshes: a lock over all tabs, and inside it storage is read again, as
 * another tab may just have refreshed (RFC 9700, section 4.14.2).
 */
export function makeRefresher(deps: RefreshDependencies): Refresher {
  let underWay: Promise<SessionRecord> | undefined;

  function isUsable(record: SessionRecord, rejected: string | undefined): boolean {
    const now = deps.clock.now();
    // A clock set back would make an old token look young, so both ends are checked.
    return record.issuedAt <= now && now < record.expiresAt && record.accessToken !== rejected;
  }

  async function inLock(rejected: string | undefined): Promise<SessionRecord> {
    const loggedOut = deps.loggedOut();
    return withLock(deps, [loggedOut], async () => {
      const stored = await deps.login.read();
      if (!stored) throw new LoginRequiredError('none');
      if (isUsable(stored, rejected)) return stored;
      return requestTokens(stored, loggedOut);
    });
  }

  async function requestTokens(
    stored: SessionRecord,
    loggedOut: AbortSignal,
  ): Promise<SessionRecord> {
    if (stored.refreshToken === null) return end();
    const { refreshTokens } = await import('../oauth/token.ts');
    const client = { ...stored, scopes: stored.askedScopes, server: deps.server };
    const old = { refreshToken: stored.refreshToken, grantedScopes: stored.grantedScopes };
    try {
      const tokens = await withTimeLimit(
        deps.clock,
        TOKEN_REQUEST_LIMIT_MS,
        [loggedOut],
        (signal) =>
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
      if (error instanceof InvalidGrantError) return end();
      throw error;
    }
  }

  /** Drops the tokens, and nothing else, once Spotify refuses to renew them. */
  async function end(): Promise<never> {
    await deps.login.clear();
    deps.login.forget({ kind: 'ended' });
    deps.channel.post('ended');
    throw new LoginRequiredError('ended');
  }

  async function refresh(rejected: string | undefined): Promise<SessionRecord> {
    const joined = await underWay;
    if (joined && joined.accessToken !== rejected) return joined;
    underWay ??= inLock(rejected).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  return {
    async freshRecord(rejected) {
      const state = deps.login.state();
      if (state.kind === 'ended') throw new LoginRequiredError('ended');
      if (state.kind === 'signed-in' && isUsable(state.record, rejected)) return state.record;
      return refresh(rejected);
    },
    async refreshNow() {
      const state = deps.login.state();
      return refresh(state.kind === 'signed-in' ? state.record.accessToken : undefined);
    },
  };
}
