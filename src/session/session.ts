import { type Clock, withTimeLimit } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import { ProtocolError } from '../oauth/errors.ts';
import type { Fetch } from '../oauth/types.ts';
import { type LoginState, makeCurrentLogin } from './current-login.ts';
import { ForeignOriginError, LoginRequiredError, StorageError } from './errors.ts';
import { LOCK_LIMIT_MS, makeRefresher, TOKEN_REQUEST_LIMIT_MS } from './refresh.ts';
import { safeReturnPath } from './return-path.ts';
import type {
  Account,
  Channel,
  Locks,
  PendingLogin,
  PendingLoginStore,
  TabMark,
  TokenStore,
} from './types.ts';

/** A pending login older than this, in ms, is refused: codes live no longer (RFC 6749, section 4.1.2). */
export const PENDING_LOGIN_LIMIT_MS = 10 * 60_000;

/** Everything a session needs that differs between Spotify, the demo and tests. */
export interface SessionDependencies {
  readonly server: AuthorizationServer;
  /** The only origin that access tokens are sent to. */
  readonly apiOrigin: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly tokens: TokenStore;
  readonly pendingLogins: PendingLoginStore;
  readonly tabMark: TabMark;
  readonly locks: Locks;
  readonly lockName: string;
  readonly channel: Channel;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** Whether another page frames this one; then nobody logs in here (RFC 9700, section 4.16). */
  readonly isFramed: boolean;
}

/** A login in the browser from the first click to the log-out (RFC 10017, section 6.3). */
export interface Session {
  state(): LoginState;
  subscribe(listener: () => void): void;
  /** Reads the stored login again: at start, and when the page comes back from a sleep. */
  restore(): Promise<void>;
  /** Begins a login and gives the address of the authorization server to go to. */
  beginLogin(clientId: string, returnTo: string): Promise<URL>;
  /** Finishes the login that began in this tab, and gives the path to go back to. */
  completeLogin(parameters: URLSearchParams): Promise<string>;
  /** Sends a request with a fresh access token, refreshing and repeating it once after a 401. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  refreshNow(): Promise<void>;
  identify(account: Account): Promise<void>;
  logOut(): Promise<void>;
}

/** Makes the session; see {@link Session}. */
export function makeSession(deps: SessionDependencies): Session {
  const login = makeCurrentLogin(deps.tokens);
  let logOutUnderWay: Promise<void> = Promise.resolve();
  let loggedOut = new AbortController();
  const refresher = makeRefresher({ ...deps, login, loggedOut: () => loggedOut.signal });

  function forgetBecauseLoggedOut(): void {
    loggedOut.abort(new LoginRequiredError('none'));
    loggedOut = new AbortController();
    login.forget({ kind: 'signed-out', reason: 'logged-out' });
  }

  deps.channel.listen((message) => {
    if (message === 'logged-out') forgetBecauseLoggedOut();
    else if (message === 'ended') login.forget({ kind: 'ended' });
    // A failing read leaves this tab with what it has; the next request reads again and tells.
    else login.read().catch(() => undefined);
  });

  function refuseFrames(): void {
    if (deps.isFramed) throw new ProtocolError('framed');
  }

  /** Takes the pending login of this tab, once; any other response leaves everything as it is. */
  async function takePendingLogin(parameters: URLSearchParams): Promise<PendingLogin> {
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

  async function send(url: string, init: RequestInit, accessToken: string): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${accessToken}`);
    const signal = init.signal
      ? AbortSignal.any([init.signal, loggedOut.signal])
      : loggedOut.signal;
    return deps.fetch(url, {
      ...init,
      headers,
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  }

  return {
    state: login.state,
    subscribe: login.subscribe,
    async restore() {
      await login.read();
    },

    async beginLogin(clientId, returnTo) {
      refuseFrames();
      await logOutUnderWay;
      const { makeAuthorizationRequest } = await import('../oauth/authorization.ts');
      const { server, redirectUri, scopes } = deps;
      const request = await makeAuthorizationRequest({ clientId, redirectUri, scopes, server });
      const startedAt = deps.clock.now();
      await deps.pendingLogins.sweep(startedAt - PENDING_LOGIN_LIMIT_MS);
      await deps.pendingLogins.put({
        ...server,
        state: request.state,
        codeVerifier: request.codeVerifier,
        clientId,
        redirectUri,
        scopes,
        startedAt,
        returnTo: safeReturnPath(returnTo),
      });
      deps.tabMark.set(request.state);
      return request.url;
    },

    async completeLogin(parameters) {
      refuseFrames();
      const loading = import('../oauth/token.ts');
      // Where the response is refused first, a failed load of the code is nobody's concern.
      loading.catch(() => undefined);
      const stillWanted = loggedOut.signal;
      const pending = await takePendingLogin(parameters);
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
          ),
      );
      await withTimeLimit(deps.clock, LOCK_LIMIT_MS, [stillWanted], (signal) =>
        deps.locks.request(deps.lockName, { signal }, async () => {
          stillWanted.throwIfAborted();
          await login.begin({
            ...tokens,
            loginId: crypto.randomUUID(),
            clientId: pending.clientId,
            redirectUri: pending.redirectUri,
            issuer: pending.issuer,
            askedScopes: pending.scopes,
            authorizedAt,
            account: null,
          });
        }),
      );
      deps.channel.post('changed');
      return safeReturnPath(pending.returnTo);
    },

    async fetch(url, init = {}) {
      if (new URL(url).origin !== deps.apiOrigin) throw new ForeignOriginError();
      const first = await refresher.freshRecord();
      const response = await send(url, init, first.accessToken);
      if (response.status !== 401) return response;
      const second = await refresher.freshRecord(first.accessToken);
      const again = await send(url, init, second.accessToken);
      if (again.status === 401) throw new LoginRequiredError('rejected');
      return again;
    },

    async refreshNow() {
      await refresher.refreshNow();
    },

    async identify(account) {
      const { signal } = loggedOut;
      await withTimeLimit(deps.clock, LOCK_LIMIT_MS, [signal], (waiting) =>
        deps.locks.request(deps.lockName, { signal: waiting }, async () => {
          // Read again: the tokens in memory may be older than those of another tab's refresh.
          const record = await login.read();
          if (record && !signal.aborted) await login.renew({ ...record, account });
        }),
      );
    },

    async logOut() {
      forgetBecauseLoggedOut();
      deps.tabMark.remove();
      // Told first, so that a refresh in another tab gives up the lock instead of finishing.
      deps.channel.post('logged-out');
      logOutUnderWay = removeStored();
      await logOutUnderWay;
    },
  };

  async function removeStored(): Promise<void> {
    const remove = async () => {
      if (!(await login.clear())) throw new StorageError('blocked');
      await deps.pendingLogins.sweep(Number.POSITIVE_INFINITY);
    };
    try {
      await withTimeLimit(deps.clock, LOCK_LIMIT_MS, [], (signal) =>
        deps.locks.request(deps.lockName, { signal }, remove),
      );
    } catch (error) {
      // A tab that hangs with the lock in hand does not keep anybody logged in.
      if (!(error instanceof DOMException)) throw error;
      await remove();
    }
  }
}
