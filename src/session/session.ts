import { withTimeLimit } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import type { ReportCheck } from '../oauth/types.ts';
import { makeAuthorizedFetch } from './authorized-fetch.ts';
import { type LoginState, makeCurrentLogin } from './current-login.ts';
import type { SessionDependencies } from './dependencies.ts';
import { makeObservedFetch } from './events.ts';
import { TOKEN_REQUEST_LIMIT_MS, withLock } from './lock.ts';
import { makeLogOut } from './log-out.ts';
import { makeRefresher } from './refresh.ts';
import { safeReturnPath } from './return-path.ts';
import { makeTabLogin } from './tab-login.ts';
import { isPending, takePendingLogin } from './take-pending-login.ts';
import type { Account, SessionRecord } from './types.ts';

/** Parameters of a new login. */
export interface LoginRequest {
  readonly clientId: string;
  /** Return path: a path of this app that starts with a slash, without the base path. */
  readonly returnTo: string;
  /** Requested scopes; by default the app's base scopes. */
  readonly scopes?: readonly string[] | undefined;
  /** Whether the login is stored on this device, the default; otherwise in the tab only. */
  readonly isKept?: boolean;
  /**
   * Whether the server displays its consent page, with the account, even where consent exists
   * (`show_dialog`).
   */
  readonly showDialog?: boolean;
}

/** A login in the browser from the first click to the log-out (RFC 10017, section 6.3). */
export interface Session {
  state(): LoginState;
  subscribe(listener: () => void): void;
  /** Reads the stored login again: at start, and when the page returns from the back/forward cache. */
  restore(): Promise<void>;
  /** Begins a login and returns the URL of the authorization request; an existing login stays. */
  beginLogin(wanted: LoginRequest): Promise<URL>;
  /** Completes the login that began in this tab and returns its return path. */
  completeLogin(parameters: URLSearchParams): Promise<string>;
  /**
   * Sends a request with a valid access token; after a 401 response, refreshes the token and repeats the
   * request once.
   */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  refreshNow(): Promise<void>;
  /** Stores the account of a login, unless another login has replaced that login. */
  setAccount(loginId: string, account: Account): Promise<void>;
  logOut(): Promise<void>;
  /** Releases the login to the next page of this tab when this page is left; `restore` acquires it again. */
  leave(): void;
}

/** Makes the session of one authorization server; see {@link Session}. */
export function makeSession(given: SessionDependencies): Session {
  const { observe } = given;
  const deps = observe ? { ...given, ...makeObservedFetch({ ...given, observe }) } : given;
  const login = makeCurrentLogin(deps.tokens);
  let loggedOut = new AbortController();
  const tabLogin = makeTabLogin(deps);
  const isCopied = async ({ isKept, loginId }: SessionRecord) =>
    !isKept && (await tabLogin.isCopied(loginId));
  const refresher = makeRefresher({ ...deps, login, isCopied, loggedOut: () => loggedOut.signal });

  function forget(reason: 'logged-out' | 'copied'): void {
    tabLogin.leave();
    deps.tokens.clearTab();
    loggedOut.abort(new LoginError('logged-out'));
    loggedOut = new AbortController();
    login.forget({ kind: 'signed-out', reason });
  }
  const logOut = makeLogOut({ ...deps, login, forget: () => forget('logged-out') });

  deps.channel.listen((message) => {
    const work =
      typeof message === 'object'
        ? logOut.follow(message.loggedOut, () => readAgain())
        : readAgain(message === 'ended' ? { kind: 'ended' } : undefined);
    // After a failed read the state of this tab does not change; the next request reads again and reports the
    // error.
    work.catch(() => undefined);
  });

  let wasSignedIn = false;
  login.subscribe(() => {
    const state = login.state();
    const isMissing = state.kind === 'signed-out' && state.reason === 'none';
    if (wasSignedIn && isMissing) deps.onLoginGone?.('missing');
    wasSignedIn = state.kind !== 'signed-out';
    if (state.kind === 'signed-in') void endCopy(state.record);
  });

  /**
   * Ends the login in this tab if the tab is a duplicate; the page is displayed without waiting for the
   * result.
   */
  async function endCopy(record: SessionRecord): Promise<void> {
    if (!(await isCopied(record))) return;
    const state = login.state();
    if (state.kind === 'signed-in' && state.record.loginId === record.loginId) forget('copied');
  }

  /** Reads the stored login after the log-out in progress, whose tokens would be read otherwise. */
  async function readAgain(missing?: { readonly kind: 'ended' }) {
    await logOut.settled();
    return login.read(missing);
  }

  const report: ReportCheck = (check, isGood) =>
    void deps.observe?.({ kind: 'checked', check, isGood });

  function refuseFrames(): void {
    if (deps.isFramed) throw new LoginError('protocol', 'framed');
  }

  /** Exchanges the code, stores the tokens, and returns the return path. */
  async function finishLogin(parameters: URLSearchParams): Promise<string> {
    refuseFrames();
    const loading = import('../oauth/token.ts');
    // Late, because only a login needs it; where the response is rejected first, a failed load does not matter.
    loading.catch(() => undefined);
    const stillWanted = loggedOut.signal;
    const pending = await takePendingLogin(deps, parameters, report);
    const { exchangeCode } = await loading;
    const client = { ...pending, server: deps.server };
    const authorizedAt = deps.clock.now();
    const tokens = await withTimeLimit(
      deps.clock,
      TOKEN_REQUEST_LIMIT_MS,
      [stillWanted],
      (signal) =>
        exchangeCode(
          client,
          { ...pending, parameters },
          { fetch: deps.fetch, now: authorizedAt, signal },
          report,
        ),
    ).catch((error: unknown) => {
      if (!(error instanceof LoginError) || error.kind !== 'declined') throw error;
      const returnTo = safeReturnPath(pending.returnTo);
      throw new LoginError('declined', error.code, { cause: error, returnTo });
    });
    stillWanted.throwIfAborted();
    const loginId = crypto.randomUUID();
    // A single atomic write needs no lock, so the login waits for no other tab.
    await login.begin({
      ...tokens,
      loginId,
      clientId: pending.clientId,
      redirectUri: pending.redirectUri,
      issuer: pending.issuer,
      askedScopes: pending.scopes,
      authorizedAt,
      account: null,
      isKept: pending.isKept,
    });
    // A log-out may have happened before the write.
    if (stillWanted.aborted) await login.clearAll(loginId);
    stillWanted.throwIfAborted();
    deps.channel.post('changed');
    return safeReturnPath(pending.returnTo);
  }

  return {
    state: login.state,
    subscribe: login.subscribe,
    async restore() {
      await readAgain();
    },

    async beginLogin({
      clientId,
      returnTo,
      scopes = deps.scopes,
      isKept = true,
      showDialog = false,
    }) {
      refuseFrames();
      await logOut.settled();
      // Late, because a login begins on few pages.
      const { makeAuthorizationRequest } = await import('../oauth/authorization.ts');
      const { server, redirectUri } = deps;
      const client = { clientId, redirectUri, scopes, server };
      const request = await makeAuthorizationRequest(client, showDialog);
      const startedAt = deps.clock.now();
      await deps.pendingLogins.sweep((began) => !isPending(began, startedAt));
      await deps.pendingLogins.put({
        issuer: server.issuer,
        authorizationEndpoint: server.authorizationEndpoint,
        tokenEndpoint: server.tokenEndpoint,
        state: request.state,
        codeVerifier: request.codeVerifier,
        clientId,
        redirectUri,
        scopes,
        startedAt,
        returnTo: safeReturnPath(returnTo),
        isKept,
      });
      deps.tabMark.set(request.state);
      await deps.observe?.({ kind: 'begun', at: startedAt, isKept, ...request });
      return request.url;
    },

    async completeLogin(parameters) {
      void deps.observe?.({ kind: 'answered', at: deps.clock.now(), parameters });
      try {
        const path = await finishLogin(parameters);
        const state = login.state();
        if (state.kind === 'signed-in') {
          const { loginId, isKept } = state.record;
          void deps.observe?.({ kind: 'finished', at: deps.clock.now(), loginId, isKept });
        }
        return path;
      } catch (error) {
        void deps.observe?.({ kind: 'failed', at: deps.clock.now(), error });
        throw error;
      }
    },

    fetch: makeAuthorizedFetch({ ...deps, refresher, loggedOut: () => loggedOut.signal }),

    async refreshNow() {
      await refresher.refreshNow();
    },

    async setAccount(loginId, account) {
      const { signal } = loggedOut;
      await withLock(deps, [signal], login.holdUp, async () => {
        // Read again: another tab may have refreshed the tokens that are in memory here.
        const record = await login.read();
        if (record?.loginId === loginId && !signal.aborted)
          await login.renew(record, { ...record, account });
      });
    },

    logOut: logOut.logOut,
    leave: tabLogin.leave,
  };
}
