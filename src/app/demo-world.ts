import type { Component } from 'solid-js';
import { systemClock } from '../clock.ts';
import type { InPageSpotify } from '../demo/in-page-spotify.ts';
import { BASE_PATH } from '../deployment.ts';
import type { DemoControls } from '../services/services.tsx';
import { openDatabase } from '../storage/database.ts';
import type { PageMemory } from '../storage/page-memory.ts';
import { tabStorage } from '../storage/stores.ts';
import { composeServices, type World } from './compose.ts';
import { replaceDocument, sayBroken } from './document.ts';

/** The world of the simulated Spotify, once its code is loaded. */
interface LoadedDemo extends Pick<InPageSpotify, 'simulate' | 'forget' | 'callFaults'> {
  readonly world: World;
  /** The consent page, for the path `demo/authorize`. */
  readonly Consent: Component;
}

/** The demo: entry, state and exit. */
export interface DemoWorld extends DemoControls {
  /** Whether this tab is in the demo; with blocked storage, whether this document is. */
  isOn(): boolean;
  /** Whether the demo is in the memory of this document only, so that leaving the document ends the demo. */
  isInPage(): boolean;
  /** Loads the simulated Spotify once; rejects if its code does not load, and a later call tries again. */
  load(): Promise<LoadedDemo>;
}

/**
 * Makes the demo of this page; its code loads when it is first entered.
 *
 * @param name names its database, lock and channel, and its mark in sessionStorage.
 * @param startOver starts the page again at the current address, with the data in memory.
 */
export function makeDemoWorld(
  name: string,
  pageMemory: PageMemory,
  startOver: () => void,
): DemoWorld {
  let isInPage = false;
  let isLeaving = false;
  let loading: Promise<LoadedDemo> | undefined;

  /** Navigates; if the demo is in memory only, starts over within the document. */
  function goTo(address: string): void {
    if (isInPage) {
      history.pushState(null, '', address);
      startOver();
    } else {
      location.assign(address);
    }
  }

  async function start(): Promise<LoadedDemo> {
    // Late, because only the demo needs the simulated Spotify, five times the code of the app.
    const { startInPageSpotify } = await import('../demo/in-page-spotify.ts');
    const server = `${name}-server`;
    const spotify = await startInPageSpotify({
      name: server,
      store: openDatabase(server, systemClock, 'records').records,
      origin: location.origin,
      basePath: BASE_PATH,
      clock: systemClock,
      leave: goTo,
    });
    const world: World = {
      isDemo: true,
      name,
      server: spotify.authorizationServer,
      fetch: spotify.fetch,
      clock: systemClock,
      pageMemory,
      builtInClientId: spotify.clientId,
      goToAuthorizationServer: (url) => goTo(spotify.consentUrl(url)),
      leaveAfter(end) {
        // The simulated Spotify is removed before the document is replaced; in memory, both end with the document.
        if (!isLeaving && !isInPage) replaceDocument(end);
      },
    };
    return { ...spotify, world };
  }

  function load(): Promise<LoadedDemo> {
    loading ??= start().catch((error) => {
      // A later call loads the code again.
      loading = undefined;
      throw error;
    });
    return loading;
  }

  return {
    isOn: () => isInPage || tabStorage()?.getItem(name) === 'on',
    isInPage: () => isInPage,
    load,
    async enter(returnTo = '/playlists') {
      const loaded = await load().catch(sayBroken);
      if (!loaded) return;
      const { world } = loaded;
      const { session, isVolatile } = await composeServices(world, undefined);
      const request = await session.beginLogin({
        clientId: world.builtInClientId,
        returnTo,
      });
      isInPage = isVolatile;
      if (!isInPage) tabStorage()?.setItem(name, 'on');
      world.goToAuthorizationServer(request);
    },
    async leave(session) {
      const { forget } = await load();
      isLeaving = true;
      // Leaves even if the demo's data cannot be removed.
      await Promise.allSettled([session.logOut(), clearSandbox(name, pageMemory), forget()]);
      tabStorage()?.removeItem(name);
      isInPage = false;
      location.assign(BASE_PATH);
    },
    callFaults: async () => (await load()).callFaults,
    async lab() {
      const [{ simulate }, { Lab }] = await Promise.all([
        load(),
        // Late, because only the demo has a lab.
        import('../features/lab/lab.tsx'),
      ]);
      return { default: () => Lab({ simulate }) };
    },
  };
}

/** Removes the login of the demo's API workbench. */
async function clearSandbox(name: string, pageMemory: PageMemory): Promise<void> {
  delete pageMemory.sandboxStores;
  // Late, because only the end of a demo needs it here.
  const { openSandboxStores } = await import('../storage/sandbox.ts');
  await openSandboxStores(name, systemClock).tokens.clearAll();
}
