import type { Clock } from '../clock.ts';
import { type AuthorizationServer, SCOPE_NAMES, SPOTIFY_API } from '../config.ts';
import { BASE_PATH } from '../deployment.ts';
import { makeLoginObserver } from '../features/flow/record/login-observer.ts';
import { isStorageError } from '../oauth/errors.ts';
import type { Fetch } from '../oauth/types.ts';
import { type LoginBlocker, worksInMemory } from '../services/login-blocker.ts';
import type { Sandbox } from '../services/sandbox.ts';
import type { Services } from '../services/services.tsx';
import type { LoginEnd } from '../session/dependencies.ts';
import type { LoginObserver } from '../session/events.ts';
import { makeSession, type Session } from '../session/session.ts';
import { SANDBOX_TAB_KEYS } from '../storage/keys.ts';
import type { PageMemory } from '../storage/page-memory.ts';
import { openBrowserStores, type Stores, tabStorage } from '../storage/stores.ts';
import { takeLogOutNotice } from './log-out-notice.ts';

/** Everything that differs between Spotify and the demo. */
export interface World {
  readonly isDemo: boolean;
  /** Names the database, the lock, the channel and the keys in sessionStorage; differs between worlds. */
  readonly name: string;
  readonly server: AuthorizationServer;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly pageMemory: PageMemory;
  readonly builtInClientId: string;
  readonly goToAuthorizationServer: (url: URL) => void;
  /** Leaves the document, and all data in its memory, after a login was removed from storage. */
  readonly leaveAfter: (end: LoginEnd) => void;
}

/** The only redirect URI of this deployment: its origin, its base path and `callback`. */
const REDIRECT_URI = `${location.origin}${BASE_PATH}callback`;

/** The services before the page is drawn: the stored Client ID in place of the reactive one. */
export interface Composition extends Omit<Services, 'clientId' | 'demo'> {
  readonly ownClientId: string | undefined;
  readonly builtInClientId: string;
}

/**
 * Composes the services of one world, and finishes a login if there is an authorization response.
 *
 * @param isOverheard whether a service worker of another app sees the requests of this page.
 */
export async function composeServices(
  world: World,
  response: URLSearchParams | undefined,
  isOverheard = false,
): Promise<Composition> {
  // The demo's tokens are worthless, so a foreign service worker may see them.
  const barrier = isOverheard && !world.isDemo ? 'service-worker' : missingFeature();
  const answer = response && !isOfSandbox(world, response) ? response : undefined;
  const opened = await openSession(world, answer, barrier);
  const { session, stores, loginObserver, ownClientId, loginBlocker, begun } = opened;
  // A login in memory would be lost with the page; the demo loses nothing.
  const isBarred = loginBlocker && !(world.isDemo && worksInMemory(loginBlocker));
  const isVolatile = loginBlocker !== undefined;
  let sandbox: Promise<Sandbox> | undefined;
  async function open(): Promise<Sandbox> {
    // Late, because only the API workbench has this login.
    const { openSandbox } = await import('./open-sandbox.ts');
    const ofSandbox = answer ? undefined : response;
    return openSandbox({ ...world, redirectUri: REDIRECT_URI, isVolatile, response: ofSandbox });
  }
  function openSandbox(): Promise<Sandbox> {
    sandbox ??= open().catch((error) => {
      // A later call loads the code again.
      sandbox = undefined;
      throw error;
    });
    return sandbox;
  }
  const notice = world.isDemo ? undefined : takeLogOutNotice(world.name);
  return {
    isDemo: world.isDemo,
    isVolatile,
    hasLoggedOut: notice !== undefined,
    hasStoppedJobs: notice?.hasStoppedJobs ?? false,
    session,
    loginObserver,
    connection: {
      fetch: session.fetch,
      clock: world.clock,
      isOnline: () => navigator.onLine,
    },
    settings: stores.settings,
    database: stores.database,
    name: world.name,
    pageMemory: world.pageMemory,
    ownClientId,
    builtInClientId: world.builtInClientId,
    clock: world.clock,
    redirectUri: REDIRECT_URI,
    loginBlocker: isBarred ? loginBlocker : undefined,
    finishingLogin: isBarred
      ? undefined
      : answer
        ? (begun ?? session.completeLogin(answer))
        : response && openSandbox().then(({ returnPath }) => returnPath),
    openSandbox,
    goToAuthorizationServer: world.goToAuthorizationServer,
    late: {},
  };
}

/** Whether an authorization response belongs to the login of the API workbench that began in this tab. */
function isOfSandbox({ name, pageMemory }: World, response: URLSearchParams): boolean {
  const mark =
    pageMemory.sandboxStores?.tabMark.get() ??
    tabStorage()?.getItem(name + SANDBOX_TAB_KEYS.pendingLogin);
  return Boolean(mark) && mark === response.get('state');
}

/** Opens the stored session, or an empty one in memory if this browser cannot store it safely. */
async function openSession(
  world: World,
  response: URLSearchParams | undefined,
  barrier: LoginBlocker | undefined,
) {
  const { pageMemory } = world;
  let loginBlocker = barrier ?? (pageMemory.hasStorageFailed ? 'storage' : undefined);
  if (!loginBlocker) {
    try {
      const stores = openBrowserStores(world.name, world.clock);
      const opened = sessionOver(world, stores);
      // All other requests depend on the token request, so it starts before these reads end.
      const begun = response && opened.session.completeLogin(response);
      // The callback page reports a failure.
      begun?.catch(() => undefined);
      const [ownClientId] = await Promise.all([
        stores.settings.readClientId(),
        opened.session.restore(),
      ]);
      return { ...opened, stores, ownClientId, loginBlocker, begun };
    } catch (error) {
      if (!isStorageError(error)) throw error;
      pageMemory.hasStorageFailed = true;
      loginBlocker = 'storage';
    }
  }
  // Late, because nearly every browser has its own storage.
  const { makeMemoryStores } = await import('../storage/memory.ts');
  pageMemory.stores ??= makeMemoryStores();
  const { stores } = pageMemory;
  return {
    ...sessionOver(world, stores),
    stores,
    ownClientId: undefined,
    loginBlocker,
    begun: undefined,
  };
}

function missingFeature(): LoginBlocker | undefined {
  if (!isSecureContext) return 'insecure-context';
  // TypeScript declares both as present; old browsers lack them.
  const browser: { crypto?: Partial<Crypto>; navigator: Partial<Navigator> } = window;
  if (!browser.crypto?.subtle) return 'no-web-crypto';
  return browser.navigator.locks ? undefined : 'no-web-locks';
}

/** A session and its observer. */
interface Watched {
  readonly session: Session;
  readonly loginObserver: LoginObserver;
}

function sessionOver(world: World, stores: Stores): Watched {
  const { name, isDemo, server, clock, pageMemory } = world;
  const loginObserver = makeLoginObserver({
    clock,
    // Loaded late: no page needs the recorder before its first rows.
    load: async () => {
      const { openRecorder } = await import('../features/flow/record/flow-recorder.ts');
      return openRecorder({ ...stores, name, pageMemory, isDemo, server, clock });
    },
  });
  const session = makeSession({
    ...stores,
    lockName: name,
    server,
    apiOrigin: SPOTIFY_API,
    redirectUri: REDIRECT_URI,
    scopes: SCOPE_NAMES,
    clock,
    fetch: world.fetch,
    observe: loginObserver.observe,
    onLoginGone: world.leaveAfter,
    isFramed: window.top !== window.self,
  });
  session.subscribe(() => {
    const state = session.state();
    if (state.kind === 'signed-out' && state.reason === 'logged-out') loginObserver.forget();
  });
  return { session, loginObserver };
}
