import { useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createSignal } from 'solid-js';
import { BASE_PATH } from '../deployment.ts';
import { useServices } from './services.tsx';

/** Begins logins from a page of this app. */
export interface LoginStarter {
  /** Goes to Spotify with this Client ID, to return to this page. */
  readonly logIn: (clientId: string, isKept: boolean) => Promise<void>;
  /** Does the same with the current Client ID, stored like the login before; without a Client ID, goes to the form. */
  readonly logInAgain: () => Promise<void>;
  readonly error: Accessor<unknown>;
}

/** Makes the functions that begin a login from the current page. */
export function createLoginStarter(): LoginStarter {
  const services = useServices();
  const location = useLocation();
  const navigate = useNavigate();
  const [error, setError] = createSignal<unknown>();

  async function logIn(clientId: string, isKept: boolean): Promise<void> {
    setError(undefined);
    const { session, settings } = services;
    const path = location.pathname.slice(BASE_PATH.length - 1) + location.search;
    try {
      const asksForAccount = await settings.readAccountChoice();
      const request = await session.beginLogin({
        clientId,
        returnTo: path,
        isKept,
        showDialog: asksForAccount,
      });
      if (asksForAccount) await settings.writeAccountChoice(false);
      services.goToAuthorizationServer(request);
    } catch (thrown) {
      setError(() => thrown);
    }
  }

  return {
    logIn,
    async logInAgain() {
      const state = services.session.state();
      const record = state.kind === 'signed-in' ? state.record : undefined;
      const clientId = record?.clientId ?? services.clientId.current();
      if (clientId && !services.loginBlocker) {
        await logIn(clientId, record?.isKept ?? (await services.settings.readKeepsLogin()));
      } else navigate(BASE_PATH, { resolve: false });
    },
    error,
  };
}
