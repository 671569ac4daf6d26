import { LoginRequiredError } from './errors.ts';
import type { RefreshDependencies } from './refresh-in-lock.ts';
import type { SessionRecord } from './types.ts';

/** What refreshing needs from its surroundings. */
export interface RefresherDependencies extends RefreshDependencies {
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

/** Makes the one place that refreshes, once for all who ask in this tab; see `refresh-in-lock.ts`. */
export function makeRefresher(deps: RefresherDependencies): Refresher {
  let underWay: Promise<SessionRecord> | undefined;

  function isUsable(record: SessionRecord, rejected: string | undefined): boolean {
    const now = deps.clock.now();
    // A clock set back would make an old token look young, so both ends are checked.
    return record.issuedAt <= now && now < record.expiresAt && record.accessToken !== rejected;
  }

  /** What asks for new tokens loads when it is needed: few pages live for an hour. */
  async function start(rejected: string | undefined): Promise<SessionRecord> {
    const loggedOut = deps.loggedOut();
    // Beside the other, which needs it, and not after it.
    import('../oauth/token.ts').catch(() => undefined);
    const { refreshInLock } = await import('./refresh-in-lock.ts');
    return refreshInLock(deps, (record) => isUsable(record, rejected), loggedOut);
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
