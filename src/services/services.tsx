import type { UseStore } from 'idb-keyval';
import { type Accessor, type Component, createContext, createSignal, useContext } from 'solid-js';
import type { Clock } from '../clock.ts';
import type { Tap } from '../features/flow/record/login-observer.ts';
import type { Session } from '../session/session.ts';
import type { SessionRecord } from '../session/types.ts';
import type { Connection } from '../spotify/http.ts';
import type { Settings } from '../storage/settings.ts';
import type { ClientId } from './client-id.ts';
import type { Obstacle } from './login-blocker.ts';

/** Everything the pages work with; built by `compose.ts`, for Spotify or for the demo. */
export interface Services {
  readonly isDemo: boolean;
  /** Whether nothing outlives the page, so that it must not be left. */
  readonly isVolatile: boolean;
  /** Whether the document before this one ended with a log-out. */
  readonly hasLoggedOut: boolean;
  readonly session: Session;
  /** Watches logins; see `createFlow`. */
  readonly tap: Tap;
  /** How the Web API is reached; see `useSpotify`, whose code loads with the pages that need it. */
  readonly connection: Connection;
  /** Where lists are cached, under the name that is this world's alone. */
  readonly database: UseStore | undefined;
  readonly name: string;
  readonly settings: Settings;
  readonly clientId: ClientId;
  readonly clock: Clock;
  /** The redirect URI to register in Spotify's dashboard. */
  readonly redirectUri: string;
  /** What bars a login in this browser, if anything does. */
  readonly obstacle: Obstacle | undefined;
  /** The login under way on the callback page: the path to go to, once it is finished. */
  readonly finishingLogin: Promise<string> | undefined;
  /** Goes to the authorization server. */
  readonly goToAuthorizationServer: (url: URL) => void;
  readonly demo: DemoControls;
}

/** The way into the demo, what is only there, and the way out. */
export interface DemoControls {
  /** Begins a login at the simulated Spotify and goes there; rejects where that login cannot begin. */
  enter(): Promise<void>;
  /** Ends the demo's login, removes all that the demo stored and goes to the first page of the app. */
  leave(session: Session): Promise<void>;
  /** Loads the lab, which shows what the app does when something goes wrong; for the demo alone. */
  lab(): Promise<{ readonly default: Component }>;
}

const ServicesContext = createContext<Services>();

/** Hands the services to every page below it. */
export const ServicesProvider = ServicesContext.Provider;

/** Gives the services of this app. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('no services provided');
  return services;
}

const LoginContext = createContext<Accessor<ReturnType<Session['state']>>>();

/** Hands the state of the login to every page below it. */
export const LoginProvider = LoginContext.Provider;

/** Follows the state of a session's login. */
export function createLogin(session: Session): Accessor<ReturnType<Session['state']>> {
  const [login, setLogin] = createSignal(session.state());
  session.subscribe(() => setLogin(session.state()));
  return login;
}

/** Gives the state of the login. */
export function useLogin(): Accessor<ReturnType<Session['state']>> {
  const login = useContext(LoginContext);
  if (!login) throw new Error('no login provided');
  return login;
}

/** Gives the record of the login while somebody is logged in. */
export function useSessionRecord(): Accessor<SessionRecord | undefined> {
  const login = useLogin();
  return () => {
    const state = login();
    return state.kind === 'signed-in' ? state.record : undefined;
  };
}
