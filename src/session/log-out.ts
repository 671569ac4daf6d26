import { withTimeLimit } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import type { CurrentLogin } from './current-login.ts';
import type { SessionDependencies } from './dependencies.ts';

/** Longest wait for the lock before a log-out is through, in ms: nothing is stored any more by then. */
const LOCK_LIMIT_MS = 1_000;

/** What a log-out needs from its session. */
export interface LogOutDependencies
  extends Pick<
    SessionDependencies,
    'channel' | 'clock' | 'locks' | 'lockName' | 'onLoginGone' | 'pendingLogins' | 'tabMark'
  > {
  readonly login: CurrentLogin;
  /** Ends what is under way with the login, and forgets it in this tab. */
  readonly forget: () => void;
}

/** Ends the login of this browser, in this tab and in those that hear of it. */
export interface LogOut {
  /**
   * Removes the login; what can be asked of storage is asked before this call returns control,
   * because the page may close in this very task.
   *
   * @throws LoginError `storage-blocked` where storage does not remove it.
   */
  logOut(): Promise<void>;
  /**
   * Does the same after another tab has told of it, since that tab may be gone before it is through.
   *
   * @param stored reads what is stored now.
   */
  follow(loginId: string, stored: () => Promise<unknown>): Promise<void>;
  /** Resolves once nothing more is being removed; never rejects. */
  settled(): Promise<unknown>;
}

/** Makes the log-out of a session. */
export function makeLogOut(deps: LogOutDependencies): LogOut {
  const { login } = deps;
  let underWay: Promise<void> = Promise.resolve();

  function knownLoginId(): string | undefined {
    const state = login.state();
    return state.kind === 'signed-in' ? state.record.loginId : undefined;
  }

  async function removeStored(): Promise<void> {
    const [isRemoved] = await Promise.all([login.clearAll(), deps.pendingLogins.clear()]);
    if (!isRemoved) throw new LoginError('storage-blocked');
  }

  /** Removes what a tab with the lock has written since, unless it hangs. */
  async function removeAgain(loginId: string): Promise<void> {
    await withTimeLimit(deps.clock, LOCK_LIMIT_MS, [], (signal) =>
      deps.locks.request(deps.lockName, { signal }, () => login.clearAll(loginId)),
    ).catch(() => undefined);
  }

  return {
    async logOut() {
      const loginId = knownLoginId();
      underWay = removeStored();
      deps.forget();
      deps.tabMark.remove();
      if (loginId) deps.channel.post({ loggedOut: loginId });
      await underWay;
      // Told again, for a tab that has read the tokens between the message and their end.
      deps.channel.post('changed');
      if (loginId) await removeAgain(loginId);
      deps.onLoginGone?.('logged-out');
    },

    async follow(loginId, stored) {
      const isKnown = knownLoginId() === loginId;
      login.disown(loginId);
      // Not the login of this tab: it may be an old one, or made up. Storage tells.
      if (!isKnown && (await stored())) return;
      deps.forget();
      const isRemoved = await login.clearAll(loginId);
      if (isKnown && isRemoved) deps.onLoginGone?.('logged-out-elsewhere');
    },

    settled: () => Promise.allSettled([underWay]),
  };
}
