import type { UseStore } from 'idb-keyval';
import { type Accessor, type Component, createContext, createSignal, useContext } from 'solid-js';
import type { Clock } from '../clock.ts';
import type { LoginObserver } from '../session/events.ts';
import type { Session } from '../session/session.ts';
import type { SessionRecord } from '../session/types.ts';
import type { Connection } from '../spotify/http.ts';
import type { PageMemory } from '../storage/page-memory.ts';
import type { Settings } from '../storage/settings.ts';
import type { ClientId } from './client-id.ts';
import type { Jobs } from './jobs.ts';
import type { LibraryChanges } from './library-changes.ts';
import type { LoginBlocker } from './login-blocker.ts';
import type { Sandbox } from './sandbox.ts';
import type { Spotify } from './spotify.ts';

/** The services of all pages, for Spotify or for the demo; composed in `app/compose.ts`. */
export interface Services {
  readonly isDemo: boolean;
  /** Whether all data is in memory only, so that leaving the document would lose it. */
  readonly isVolatile: boolean;
  /** Whether the previous document of this tab ended with a log-out. */
  readonly hasLoggedOut: boolean;
  /** Whether that log-out has stopped running jobs. */
  readonly hasStoppedJobs: boolean;
  readonly session: Session;
  /** Observes logins; see `createFlow`. */
  readonly loginObserver: LoginObserver;
  /** The connection to the Web API; see `useSpotify`. */
  readonly connection: Connection;
  /** The database of the list cache; Spotify and the demo use different names. */
  readonly database: UseStore | undefined;
  readonly name: string;
  readonly pageMemory: PageMemory;
  readonly settings: Settings;
  readonly clientId: ClientId;
  readonly clock: Clock;
  /** The redirect URI to register in Spotify's dashboard. */
  readonly redirectUri: string;
  /** The reason why this browser does not support a login, if there is one. */
  readonly loginBlocker: LoginBlocker | undefined;
  /** The login that completes on the callback page; resolves to its return path. */
  readonly finishingLogin: Promise<string> | undefined;
  /** Opens the login of the API workbench; rejects where its code or the storage fails. */
  readonly openSandbox: () => Promise<Sandbox>;
  /** Goes to the authorization server. */
  readonly goToAuthorizationServer: (url: URL) => void;
  readonly demo: DemoControls;
  readonly late: LateServices;
}

/** Services whose code is loaded on demand; each is made at its first use and lasts as long as the others. */
export interface LateServices {
  libraryChanges?: LibraryChanges;
  jobs?: Jobs;
  spotify?: Spotify;
}

/** Entry and exit of the demo, and the lab, which exists only there. */
export interface DemoControls {
  /**
   * Begins a login at the simulated Spotify and goes there; rejects where the login cannot begin.
   *
   * @param returnTo path of the page after the login; by default that of the playlists.
   */
  enter(returnTo?: string): Promise<void>;
  /** Ends the demo's login, removes the demo's data and goes to the first page of the app. */
  leave(session: Session): Promise<void>;
  /** Loads the lab of "What if …" cases, which exists in the demo only. */
  lab(): Promise<{ readonly default: Component }>;
  /** Loads the faults of the simulated Spotify that a person can choose for one call. */
  callFaults(): Promise<CallFaults>;
}

/** Faults of the simulated Spotify for one call, by their labels. */
export interface CallFaults {
  readonly groups: readonly { readonly title: string; readonly labels: readonly string[] }[];
  /** Spoils the next answer to this request; returns the function that ends this, and returns whether it happened. */
  arm(label: string, request: Pick<Request, 'method' | 'url'>): () => boolean;
}

const ServicesContext = createContext<Services>();

/** Provides the services to all pages below it. */
export const ServicesProvider = ServicesContext.Provider;

/** Returns the services of this app. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('no services provided');
  return services;
}

const LoginContext = createContext<Accessor<ReturnType<Session['state']>>>();

/** Provides the state of the login to all pages below it. */
export const LoginProvider = LoginContext.Provider;

/** Makes a signal of the state of a session's login. */
export function createLogin(session: Session): Accessor<ReturnType<Session['state']>> {
  const [login, setLogin] = createSignal(session.state());
  session.subscribe(() => setLogin(session.state()));
  return login;
}

/** Returns the state of the login. */
export function useLogin(): Accessor<ReturnType<Session['state']>> {
  const login = useContext(LoginContext);
  if (!login) throw new Error('no login provided');
  return login;
}

/** Returns the session record; `undefined` while logged out. */
export function useSessionRecord(): Accessor<SessionRecord | undefined> {
  const login = useLogin();
  return () => {
    const state = login();
    return state.kind === 'signed-in' ? state.record : undefined;
  };
}
