import { withTimeLimit } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import type { CurrentLogin } from './current-login.ts';
import type { SessionDependencies } from './dependencies.ts';

/** Longest wait for the lock at the end of a log-out, in ms; storage is already cleared by then. */
const LOCK_LIMIT_MS = 1_000;

/** Dependencies of the log-out. */
export interface LogOutDependencies
  extends Pick<
    SessionDependencies,
    'channel' | 'clock' | 'locks' | 'lockName' | 'onLoginGone' | 'pendingLogins' | 'tabMark'
  > {
  readonly login: CurrentLogin;
  /** Aborts the requests of the login and drops the login in this tab. */
  readonly forget: () => void;
}

/** Ends the login of this browser, in this tab and in those that receive the message. */
export interface LogOut {
  /**
   * Removes the login; the storage requests are made before this call returns, because the page may close in
   * the same task.
   *
   * @throws LoginError `storage-blocked` where storage does not remove it.
   */
  logOut(): Promise<void>;
  /**
   * Removes the login after a message from another tab, because that tab may close before its log-out
   * completes.
   *
   * @param stored reads the record that is stored now.
   */
  follow(loginId: string, stored: () => Promise<unknown>): Promise<void>;
  /** Resolves once the removal has ended; never rejects. */
  settled(): Promise<unknown>;
}

/** Makes the log-out of a session over its login, stores and channel. */
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

  /**
   * Removes a record that a tab with the lock has written since; gives up where that tab does not release the
   * lock.
   */
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
      // Sent after the removal, for a tab that read the tokens between the first message and their removal.
      deps.channel.post('changed');
      if (loginId) await removeAgain(loginId);
      deps.onLoginGone?.('logged-out');
    },

    async follow(loginId, stored) {
      const isKnown = knownLoginId() === loginId;
      login.disown(loginId);
      // Another login than this tab's: the message may be late or forged, so storage decides.
      if (!isKnown && (await stored())) return;
      deps.forget();
      const isRemoved = await login.clearAll(loginId);
      if (isKnown && isRemoved) deps.onLoginGone?.('logged-out-elsewhere');
    },

    settled: () => Promise.allSettled([underWay]),
  };
}
