import { systemClock } from '../clock.ts';
import { SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../config.ts';
import { BASE_PATH, BUILT_IN_CLIENT_ID } from '../deployment.ts';
import type { LoginEnd } from '../session/dependencies.ts';
import { makePageMemory } from '../storage/page-memory.ts';
import { requestGrantedPersistence } from '../storage/stores.ts';
import { loopbackAddress, takeAuthorizationResponse } from './address.ts';
import { type Composition, composeServices, type World } from './compose.ts';
import { makeDemoWorld } from './demo-world.ts';
import { parsed, preconnect, replaceDocument, sayBroken, shown } from './document.ts';
import { announceLogOut } from './log-out-notice.ts';
import { lookForServiceWorkers } from './service-workers.ts';

/**
 * Namespace of a deployment; separates deployments on one origin, such as two repositories of one owner on GitHub
 * Pages.
 */
const NAME = `liner-notes${BASE_PATH === '/' ? '' : BASE_PATH}`;
const DEMO_NAME = `${NAME}:demo`;

/**
 * Time that a login may take before its page is drawn, in ms. A page that is shown for a moment only flickers, and
 * drawing it delays the page that follows.
 */
const SHOWN_AFTER_MS = 400;

/** Starts the page, and restores the login when the page becomes visible again. */
export function boot(): void {
  const pageMemory = makePageMemory();
  let current: Composition | undefined;
  let endPage: (() => void) | undefined;
  const spotify: World = {
    isDemo: false,
    name: NAME,
    server: SPOTIFY_ACCOUNTS,
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    pageMemory,
    builtInClientId: BUILT_IN_CLIENT_ID,
    goToAuthorizationServer: (url) => location.assign(url),
    leaveAfter,
  };
  const demo = makeDemoWorld(DEMO_NAME, pageMemory, startOrSay);

  /** Replaces the document after the end of a login, so that tokens and lists leave the memory. */
  function leaveAfter(end: LoginEnd): void {
    // A demo in memory would end with this document.
    if (demo.isInPage()) return;
    if (end !== 'missing' && !demo.isOn()) announceLogOut(NAME, pageMemory.hasStoppedJobs);
    replaceDocument(end);
  }

  /** Reads the address before anything else, then draws the page. */
  async function start(): Promise<void> {
    current?.session.leave();
    const address = new URL(location.href);
    const response = takeAuthorizationResponse(address, BASE_PATH, history);
    const loopback = loopbackAddress(address, BASE_PATH);
    if (loopback) {
      location.replace(loopback);
      return;
    }
    await shown();
    const looking = lookForServiceWorkers(address, NAME);
    const loaded = demo.isOn() ? await demo.load() : undefined;
    loadAhead(response !== undefined, loaded === undefined);
    const { world, firstRequest } = watched(loaded?.world ?? spotify);
    const found = await looking;
    if (found === 'unregistered') {
      // With a fragment, `replace` would not load. The address still has the authorization response for the new load.
      address.hash = '';
      location.replace(address);
      return;
    }
    const services = await composeServices(world, response, found === 'foreign');
    const isLoginOver = await underWay(services, firstRequest);
    const showApp = await loadPages();
    current = isLoginOver ? { ...services, finishingLogin: undefined } : services;
    endPage?.();
    await parsed();
    const root = document.getElementById('app');
    if (root) endPage = showApp(root, services, demo, loaded?.Consent);
  }

  /** Reads the stored login again after a sleep or a return from the back/forward cache. */
  function restore(): void {
    current?.session.restore().catch(() => undefined);
  }

  /** Starts the page, or reports that a part did not load, as after a lost network or a newer deployment. */
  function startOrSay(): void {
    start().catch(() => {
      endPage?.();
      endPage = undefined;
      sayBroken();
    });
  }

  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (current && current.isDemo !== demo.isOn()) location.reload();
    restore();
  });
  addEventListener('pagehide', () => current?.session.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') restore();
  });
  // The user of a preloaded module loads it again if the preload failed before the page is drawn. Offline, the page
  // reports the failure itself, and a reload would lose the page.
  addEventListener('vite:preloadError', () => {
    if (endPage && navigator.onLine) sayBroken();
  });
  // Inside a frame nothing is read, stored or drawn, which prevents clickjacking.
  if (window.top === window.self) startOrSay();
}

/** Loads Solid, the shell and the pages at the given paths; returns the function that draws the app. */
async function loadPages(...paths: readonly string[]) {
  // Late, because the start of storage and the token request precede the drawing.
  const { showApp, preloadPage } = await import('./app.tsx');
  for (const path of paths) prepare(preloadPage(path));
  return showApp;
}

/** Ignores a failed preload: the user of the module loads it again and handles the failure. */
function prepare(code: Promise<unknown>): void {
  code.catch(() => undefined);
}

/** Wraps a world, and gives a promise of its first request. */
function watched(world: World) {
  let sent: () => void = () => undefined;
  const firstRequest = new Promise<void>((resolve) => {
    sent = resolve;
  });
  const fetchAndTell: World['fetch'] = (url, init) => {
    sent();
    return world.fetch(url, init);
  };
  return { world: { ...world, fetch: fetchAndTell }, firstRequest };
}

/**
 * Waits for the login that completes on this page, and loads the pages that follow it meanwhile. Tells whether the next
 * page takes the place of this one, which is drawn only where there is no such login, or it failed or takes long.
 */
async function underWay(services: Composition, firstRequest: Promise<void>): Promise<boolean> {
  const { finishingLogin, isDemo, clock } = services;
  if (!finishingLogin) return false;
  // The callback page reports a failure; this handler only prevents an unhandled rejection.
  const ended = finishingLogin.then(
    (path) => {
      if (!isDemo) void requestGrantedPersistence();
      return path;
    },
    () => undefined,
  );
  // Loading the pages would delay the token request, on which all other requests depend.
  await Promise.race([firstRequest, ended]);
  // Load this page and the target of most logins together, so that both are ready when the tokens arrive.
  prepare(loadPages(`${BASE_PATH}callback`));
  const playlists = import('../features/playlists/playlists.tsx');
  prepare(playlists);
  const ready = ended.then(async (path) => {
    if (path === undefined) return undefined;
    // The first request of the next page precedes its drawing.
    if (path === '/playlists') (await playlists).askAhead(services);
    const address = BASE_PATH + path.slice(1);
    const { preloadPage } = await import('./app.tsx');
    await preloadPage(address);
    return address;
  });
  // The page of the login then loads the next page itself.
  const failed = ready.catch(() => undefined);
  const address = await Promise.race([failed, clock.sleep(SHOWN_AFTER_MS)]);
  if (address) history.replaceState(null, '', address);
  return Boolean(address);
}

/**
 * Loads code while IndexedDB opens; the two take about equally long. A login in progress has priority: its token
 * request is sent before the pages are evaluated.
 */
function loadAhead(isLogin: boolean, isReal: boolean): void {
  if (isLogin && isReal) [SPOTIFY_ACCOUNTS.issuer, SPOTIFY_API].forEach(preconnect);
  prepare(isLogin ? import('../oauth/token.ts') : loadPages(location.pathname));
}
