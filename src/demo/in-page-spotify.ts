import './hide-blocked-storage.ts';
import type { UseStore } from 'idb-keyval';
import { type Component, createComponent } from 'solid-js';
import type { Clock } from '../clock.ts';
import { type AuthorizationServer, SPOTIFY_ACCOUNTS } from '../config.ts';
import { Consent } from './accounts/consent.tsx';
import { makeCallFaults } from './call-faults.ts';
import { type Fetch, makeInPageFetch } from './in-page-fetch.ts';
import { demoLibrary } from './music/data.ts';
import type { LibraryChange } from './music/library-change.ts';
import { openDemoMemory, openDrawer } from './server-memory.ts';
import { type Simulation, type SimulationOptions, simulate } from './simulate.ts';
import { makeSimulatedSpotify } from './simulated-spotify.ts';

/** Client ID of this app at the simulated Spotify; 32 hex digits like a real one. */
const DEMO_CLIENT_ID = 'de300000000000000000000000000de3';

/** Differs from Spotify's issuer, so that a login begun at one cannot finish at the other. */
const DEMO_ISSUER = 'https://simulated-spotify.invalid';

/** Dependencies of the demo on the page. */
export interface InPageSpotifyOptions {
  /** Name of the simulated Spotify's database; differs between deployments on one origin. */
  readonly name: string;
  /** Opens a transaction of that database. */
  readonly store: UseStore;
  /** Without a slash at the end. */
  readonly origin: string;
  /** Starts and ends with a slash. */
  readonly basePath: string;
  readonly clock: Clock;
  /** Navigates from the consent page to the app's redirect URI. */
  readonly leave: (url: string) => void;
}

/** Everything that replaces Spotify while the demo runs. */
export interface InPageSpotify {
  readonly fetch: Fetch;
  /** Spotify's endpoints, with the demo's own issuer. */
  readonly authorizationServer: AuthorizationServer;
  readonly clientId: string;
  /** Maps the URL of Spotify's authorization endpoint to the demo's consent page. */
  consentUrl(authorizationUrl: URL): string;
  /** The consent page, for the path `demo/authorize`. */
  readonly Consent: Component;
  /** The faults that a person can choose for one call. */
  readonly callFaults: ReturnType<typeof makeCallFaults>;
  /** Makes a separate simulated Spotify, for one experiment. */
  simulate(options: SimulationOptions): Simulation;
  /** Removes everything the simulated Spotify stored in this browser. */
  forget(): Promise<void>;
}

/** Starts a simulated Spotify inside the page; none of its requests reaches the network. */
export async function startInPageSpotify(options: InPageSpotifyOptions): Promise<InPageSpotify> {
  const { name, store, origin, basePath, clock, leave } = options;
  const home = new URL(basePath, origin);
  const memory = await openDemoMemory(name, store, clock);
  const writes = openDrawer<readonly LibraryChange[]>(memory, 'library');
  const { handlers, authorizationServer, faults } = makeSimulatedSpotify({
    clock,
    memory,
    library: demoLibrary(),
    clients: [{ clientId: DEMO_CLIENT_ID, redirectUris: [new URL('callback', home).href] }],
    issuer: DEMO_ISSUER,
    changes: (await writes.find('changes')) ?? [],
    onChange: (changes) => void writes.put('changes', [...changes]).catch(() => undefined),
  });
  return {
    fetch: makeInPageFetch(handlers, clock),
    authorizationServer: { ...SPOTIFY_ACCOUNTS, issuer: DEMO_ISSUER },
    clientId: DEMO_CLIENT_ID,
    consentUrl: ({ search }) => new URL(`demo/authorize${search}`, home).href,
    Consent: () => createComponent(Consent, { authorizationServer, leave }),
    callFaults: makeCallFaults(faults),
    simulate,
    forget: () => memory.forget(),
  };
}
