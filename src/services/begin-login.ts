import { useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createSignal } from 'solid-js';
import { BASE_PATH } from '../deployment.ts';
import type { SessionRecord } from '../session/types.ts';
import { addScopes, readOnlyScopes, type WantedScopes } from './login-scopes.ts';
import { useServices, useSessionRecord } from './services.tsx';

/**
 * Time without a click after which the next click counts as new, in ms; held keys and double clicks repeat
 * faster.
 */
const ONE_CLICK_MS = 2_000;

/**
 * Begins logins from a page of this app, one at a time: during the navigation to Spotify, a held key or a
 * second click would otherwise replace the pending login.
 */
export interface LoginStarter {
  /** Begins a login with this Client ID and goes to Spotify, with this page as the return path. */
  readonly logIn: (clientId: string, isKept: boolean) => Promise<void>;
  /**
   * Begins a login with the current Client ID, stored like the previous login; without a Client ID, goes to
   * the login form. Requests the needed scopes in addition to the granted ones, with Spotify's consent page;
   * `returnTo` is a path without the base path, the current page by default.
   */
  readonly logInAgain: (needed?: readonly string[], returnTo?: string) => Promise<void>;
  /**
   * Begins a login with the current Client ID and the app's base scopes alone, with Spotify's consent page; the
   * present login stays until the new one has come.
   */
  readonly logInReadOnly: () => Promise<void>;
  readonly error: Accessor<unknown>;
}

/** Whether a return path leads to a change that waits for a permission, and whose page tells of a refusal. */
export function isToChange(returnTo: string | undefined): returnTo is string {
  return returnTo?.startsWith('/changes?apply=') ?? false;
}

/** Makes the functions that begin a login from the current page. */
export function createLoginStarter(): LoginStarter {
  const services = useServices();
  const location = useLocation();
  const navigate = useNavigate();
  const record = useSessionRecord();
  const [error, setError] = createSignal<unknown>();
  let isUnderWay = false;
  let clicks = 0;

  /** Waits until no more clicks follow, or the page returns from the back/forward cache. */
  async function left(): Promise<void> {
    const end = new AbortController();
    const { signal } = end;
    addEventListener('pageshow', ({ persisted }) => persisted && end.abort(), { signal });
    for (let seen = 0; seen < clicks && !signal.aborted; ) {
      seen = clicks;
      await services.clock.sleep(ONE_CLICK_MS, signal).catch(() => undefined);
    }
    end.abort();
  }

  async function logIn(
    clientId: string,
    isKept: boolean,
    wanted?: WantedScopes,
    returnTo = location.pathname.slice(BASE_PATH.length - 1) + location.search,
  ): Promise<void> {
    clicks += 1;
    if (isUnderWay) return;
    isUnderWay = true;
    setError(undefined);
    const { session, settings } = services;
    try {
      const asksForAccount = await settings.readAccountChoice();
      const request = await session.beginLogin({
        clientId,
        returnTo,
        isKept,
        ...wanted,
        showDialog: asksForAccount || wanted?.showDialog === true,
      });
      if (asksForAccount) await settings.writeAccountChoice(false);
      services.goToAuthorizationServer(request);
      await left();
    } catch (thrown) {
      setError(() => thrown);
    }
    isUnderWay = false;
  }

  /** Logs in with the current Client ID; the scopes are the base scopes without a consent page where not given. */
  async function logInWith(wanted?: WantedScopes, returnTo?: string): Promise<void> {
    const { isKept, clientId: known }: Partial<SessionRecord> = record() ?? {};
    const clientId = known ?? services.clientId.current();
    if (clientId && !services.loginBlocker) {
      const isStored = isKept ?? (await services.settings.readKeepsLogin());
      await logIn(clientId, isStored, wanted, returnTo);
    } else navigate(BASE_PATH, { resolve: false });
  }

  return {
    logIn,
    logInAgain(needed, returnTo) {
      const { grantedScopes = [] }: Partial<SessionRecord> = record() ?? {};
      return logInWith(needed && addScopes(grantedScopes, needed), returnTo);
    },
    logInReadOnly: () => logInWith(readOnlyScopes()),
    error,
  };
}
