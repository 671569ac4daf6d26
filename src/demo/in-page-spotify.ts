import './hide-blocked-storage.ts';
import type { UseStore } from 'idb-keyval';
import { type Component, createComponent } from 'solid-js';
import type { Clock } from '../clock.ts';
import { type AuthorizationServer, SPOTIFY_ACCOUNTS } from '../config.ts';
import { Consent } from './accounts/consent.tsx';
import { type Fetch, makeInPageFetch } from './in-page-fetch.ts';
import { demoLibrary } from './music/data.ts';
import { openDemoMemory } from './server-memory.ts';
import { type Simulation, type SimulationOptions, simulate } from './simulate.ts';
import { makeSimulatedSpotify } from './simulated-spotify.ts';

/** The Client ID under which the simulated Spotify knows this app; 32 hex digits like a real one. */
const DEMO_CLIENT_ID = 'de300000000000000000000000000de3';

/** Differs from Spotify's issuer, so that a login begun at one is never finished at the other. */
const DEMO_ISSUER = 'https://simulated-spotify.invalid';

/** What the demo needs of the page it runs in. */
export interface InPageSpotifyOptions {
  /** Names the simulated Spotify's database; other deployments on this origin have others. */
  readonly name: string;
  /** Uses that database. */
  readonly store: UseStore;
  /** Without a slash at the end. */
  readonly origin: string;
  /** Starts and ends with a slash. */
  readonly basePath: string;
  readonly clock: Clock;
  /** Takes the person from the consent page back to the app's redirect URI. */
  readonly leave: (url: string) => void;
}

/** All that stands in for Spotify while the demo runs. */
export interface InPageSpotify {
  readonly fetch: Fetch;
  /** Spotify's endpoints under an issuer of the demo's own. */
  readonly authorizationServer: AuthorizationServer;
  readonly clientId: string;
  /** Turns the address of Spotify's authorization endpoint into that of the demo's consent page. */
  consentUrl(authorizationUrl: URL): string;
  /** The consent page, for the path `demo/authorize`. */
  readonly Consent: Component;
  /** Makes a simulated Spotify beside the demo's, for one experiment. */
  simulate(options: SimulationOptions): Simulation;
  /** Removes everything the simulated Spotify stored in this browser. */
  forget(): Promise<void>;
}

/** Starts a simulated Spotify inside the page; nothing of it reaches the network. */
export async function startInPageSpotify(options: InPageSpotifyOptions): Promise<InPageSpotify> {
  const { name, store, origin, basePath, clock, leave } = options;
  const home = new URL(basePath, origin);
  const memory = await openDemoMemory(name, store, clock);
  const { handlers, authorizationServer } = makeSimulatedSpotify({
    clock,
    memory,
    library: demoLibrary(),
    clients: [{ clientId: DEMO_CLIENT_ID, redirectUris: [new URL('callback', home).href] }],
    issuer: DEMO_ISSUER,
  });
  return {
    fetch: makeInPageFetch(handlers, clock),
    authorizationServer: { ...SPOTIFY_ACCOUNTS, issuer: DEMO_ISSUER },
    clientId: DEMO_CLIENT_ID,
    consentUrl: ({ search }) => new URL(`demo/authorize${search}`, home).href,
    Consent: () => createComponent(Consent, { authorizationServer, leave }),
    simulate,
    forget: () => memory.forget(),
  };
}
