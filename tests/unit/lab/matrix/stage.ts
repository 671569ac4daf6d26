import { createComponent, createRoot } from 'solid-js';
import { FAULTS, type Fault, type FaultName } from '../../../../src/demo/faults.ts';
import { type DemoLibrary, makeLibrary } from '../../../../src/demo/music/data.ts';
import { DEMO_USER } from '../../../../src/demo/music/owners.ts';
import type { SimulatedSpotify } from '../../../../src/demo/simulated-spotify.ts';
import { createClientId } from '../../../../src/services/client-id.ts';
import {
  createLogin,
  LoginProvider,
  type Services,
  ServicesProvider,
} from '../../../../src/services/services.tsx';
import { makeMemorySettings } from '../../../../src/storage/memory.ts';
import { makePageMemory } from '../../../../src/storage/page-memory.ts';
import { type Browser, CLIENT, openBrowser, type Tab } from '../../../support/unit/browser.ts';
import type { useNetwork } from '../../../support/unit/network.ts';
import { simulateSpotify } from '../../../support/unit/spotify.ts';

/** A library of three pages of each kind: playlists with covers, entries of one's own playlist, liked songs. */
export const LIBRARY: DemoLibrary = makeLibrary({
  playlists: 120,
  hasCovers: true,
  liked: 120,
  itemsPerPlaylist: 120,
});

/** A playlist of the person's own. */
export const OWN_ID =
  LIBRARY.playlists.find((playlist) => playlist?.owner?.id === DEMO_USER.id)?.id ?? '';

/** Nobody looks at the login flow here. */
const UNOBSERVED: Services['loginObserver'] = {
  observe: async () => undefined,
  flush: async () => undefined,
  watch: () => undefined,
  forget: () => undefined,
};

/** Which requests meet the fault. */
export interface Spoiled {
  readonly fault: FaultName;
  /** Whether a request is one of those that may meet it. */
  readonly isMeant: (url: string, body: string) => boolean;
}

/** A browser, a Spotify and a network that spoils some requests, without a screen. */
export interface Stage {
  readonly browser: Browser;
  readonly tab: Tab;
  readonly spotify: SimulatedSpotify;
  /** Runs something as a part of the page would, until the page is left; pages of one document share `late`. */
  onPage<T>(open: () => T, late?: Services['late']): T;
  leave(): void;
  /** Tells the browser what its network is like from now on. */
  weather(spoiled: Spoiled | undefined): void;
  /** A `fetch` whose requests are followed. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Lets time pass as fast as the network allows, until something is so and no request is under way. */
  until(isSo: () => boolean): Promise<void>;
}

/** Shorter than any limit for an answer, and longer than any wait between two tries. */
const WORTH_SKIPPING_MS = 25_000;
/** The same where an answer has just been given up, and the rest of a longer limit still runs. */
const AFTER_A_LIMIT_MS = 14_000;

/** More turns than anything takes that comes to an end. */
const MOST_TURNS = 3_000;

/** Opens a stage on which nobody is logged in; nothing is stored without a database. */
export function openStage(
  network: ReturnType<typeof useNetwork>,
  {
    database,
    library = LIBRARY,
  }: { readonly database?: Services['database']; readonly library?: DemoLibrary } = {},
): Stage {
  const browser = openBrowser();
  const { clock } = browser;
  let weather: Spoiled | undefined;
  const underWay = new Set<{ readonly url: string; readonly body: string }>();
  let serverSleeps = 0;

  const spotify = simulateSpotify(network, browser, {
    library,
    clock: {
      now: clock.now,
      async sleep(ms, signal) {
        serverSleeps += 1;
        await clock.sleep(ms, signal).finally(() => {
          serverSleeps -= 1;
        });
      },
    },
  });

  /** Takes an answer whole, as it comes, so that nothing of it is on its way any more afterwards. */
  async function followed(url: string, init: RequestInit = {}): Promise<Response> {
    const request = { url, body: String(init.body ?? '') };
    underWay.add(request);
    try {
      const response = await fetch(url, init);
      const body = await response.arrayBuffer();
      const { status, headers } = response;
      return new Response([204, 304].includes(status) ? null : body, { status, headers });
    } finally {
      underWay.delete(request);
    }
  }

  const stuck = () =>
    weather?.fault === 'hang'
      ? [...underWay].filter(({ url, body }) => weather?.isMeant(url, body)).length
      : 0;

  async function turn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    if (underWay.size > serverSleeps + stuck()) return;
    const longest =
      stuck() > 0
        ? Number.POSITIVE_INFINITY
        : weather?.fault === 'hang'
          ? AFTER_A_LIMIT_MS
          : WORTH_SKIPPING_MS;
    if (clock.next() <= longest) clock.advance(clock.next());
  }

  const tab = browser.openTab({ fetch: followed });
  const isOffline = () => {
    const fault: Fault | undefined = weather && FAULTS[weather.fault];
    return fault?.isOffline === true;
  };
  const settings = makeMemorySettings();
  let leave = () => {};

  return {
    browser,
    tab,
    spotify,
    fetch: followed,
    leave: () => leave(),
    weather(spoiled) {
      weather = spoiled;
    },
    onPage: (open, late = {}) =>
      createRoot((dispose) => {
        leave = dispose;
        const services: Services = {
          isDemo: false,
          isVolatile: false,
          hasLoggedOut: false,
          hasStoppedJobs: false,
          session: tab.session,
          loginObserver: UNOBSERVED,
          connection: { fetch: tab.session.fetch, clock, isOnline: () => !isOffline() },
          database,
          name: 'matrix',
          pageMemory: makePageMemory(),
          settings,
          clientId: createClientId(settings, CLIENT.clientId, ''),
          clock,
          redirectUri: CLIENT.redirectUri,
          loginBlocker: undefined,
          finishingLogin: undefined,
          openSandbox: () => Promise.reject(new Error('the matrix has no sandbox')),
          goToAuthorizationServer: () => undefined,
          demo: {
            enter: async () => undefined,
            leave: async () => undefined,
            lab: async () => ({ default: () => undefined }),
            callFaults: async () => ({ groups: [], arm: () => () => false }),
          },
          late,
        };
        return within(services, open);
      }),
    async until(isSo) {
      for (let turns = 0; !isSo() || underWay.size > 0; turns += 1) {
        if (turns > MOST_TURNS) throw new Error('it never came to an end');
        await turn();
      }
    },
  };
}

/** Runs something below the providers of a page, which draws nothing. */
function within<T>(services: Services, open: () => T): T {
  const results: T[] = [];
  createComponent(ServicesProvider, {
    value: services,
    get children() {
      return createComponent(LoginProvider, {
        value: createLogin(services.session),
        get children() {
          results.push(open());
          return undefined;
        },
      });
    },
  });
  const [result] = results;
  if (result === undefined) throw new Error('the page did not open');
  return result;
}
