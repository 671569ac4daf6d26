import type { Clock } from '../clock.ts';
import { type AuthorizationServer, SPOTIFY_ACCOUNTS } from '../config.ts';
import { PAGE_ERRORS } from './accounts/authorization-request.ts';
import type { ConsentAnswer } from './accounts/authorize-endpoint.ts';
import type { ArmedFaults } from './faults.ts';
import { type Fetch, makeInPageFetch } from './in-page-fetch.ts';
import { makeLibrary } from './music/data.ts';
import { FRIENDS } from './music/owners.ts';
import type { WritableLibrary } from './music/writable-library.ts';
import type { LoggedRequest } from './server.ts';
import { makeServerMemory } from './server-memory.ts';
import { makeSimulatedSpotify } from './simulated-spotify.ts';
import type { Dialect } from './web-api/dialect.ts';

const CLIENT_ID = '1ab00000000000000000000000001ab0';
const REDIRECT_URI = 'https://lab.invalid/callback';
const PLAYLISTS = 120;
const SEED = 7636;

/** Name of a way to tamper with an authorization response. */
export type ResponseFaultName = keyof typeof RESPONSE_FAULTS;

/** Every way to tamper with an authorization response on its way to the app, by name. */
export const RESPONSE_FAULTS = {
  'state-changed': (response) => response.set('state', 'A'.repeat(43)),
  'state-missing': (response) => response.delete('state'),
  'error-forged': (response) => {
    response.delete('code');
    response.set('error', 'access_denied');
    response.set('state', 'A'.repeat(43));
  },
  'issuer-foreign': (response) => response.set('iss', 'https://evil.example'),
  'code-doubled': (response) => response.append('code', 'another'),
  'error-doubled': (response) => {
    response.delete('code');
    response.append('error', 'access_denied');
    response.append('error', 'server_error');
  },
} as const satisfies Record<string, (response: URLSearchParams) => void>;

/** Options of the simulated Spotify of one experiment; the defaults are today's Spotify. */
export interface SimulationOptions {
  readonly clock: Clock;
  readonly dialect?: Dialect;
  /** Whether every refresh issues a new refresh token. */
  readonly rotateRefreshTokens?: boolean;
  /**
   * Whether an authorization without `show_dialog` shows no page and grants only what was granted before; false by
   * default.
   */
  readonly remembersConsent?: boolean;
  /** Scopes that no approval grants, whatever was asked for; none by default. */
  readonly withheldScopes?: readonly string[];
}

/** Target of an authorization request: the app's redirect URI, or a page of Spotify. */
export type Authorized =
  | { readonly kind: 'back'; readonly response: URLSearchParams }
  | { readonly kind: 'page'; readonly text: string };

/** A separate Spotify for one experiment, with 120 playlists; it shares nothing with the demo's. */
export interface Simulation {
  readonly clientId: string;
  /** The only registered redirect URI. */
  readonly redirectUri: string;
  readonly server: AuthorizationServer;
  readonly fetch: Fetch;
  readonly faults: Pick<ArmedFaults, 'arm' | 'clear'>;
  readonly requests: readonly LoggedRequest[];
  /** The person's library as it is now; another device changes it with `change`. */
  readonly library: WritableLibrary;
  /** A friend logs in at Spotify instead of the person, for approvals from now on. */
  switchUser(): void;
  /** Follows an authorization request, as the browser of a person who gives this answer. */
  authorize(request: URL, answer: ConsentAnswer): Promise<Authorized>;
  /** Tampers with an authorization response on its way to the app. */
  tamper(name: ResponseFaultName, response: URLSearchParams): void;
}

/** Makes a separate simulated Spotify; all of it is in memory. */
export function simulate({
  clock,
  remembersConsent = false,
  withheldScopes = [],
  ...options
}: SimulationOptions): Simulation {
  const spotify = makeSimulatedSpotify({
    ...options,
    clock,
    memory: makeServerMemory(),
    library: makeLibrary({ playlists: PLAYLISTS, seed: SEED }),
    clients: [{ clientId: CLIENT_ID, redirectUris: [REDIRECT_URI] }],
    issuer: SPOTIFY_ACCOUNTS.issuer,
  });
  const { authorizationServer: accounts, faults, requests, library } = spotify;
  let granted: readonly string[] | undefined;

  /** The scopes that an approval grants. */
  function grantable(asked: readonly string[], query: URLSearchParams): readonly string[] {
    const isShown = query.get('show_dialog') === 'true' || !remembersConsent;
    const known = isShown ? asked : (granted ?? asked);
    return asked.filter((scope) => known.includes(scope) && !withheldScopes.includes(scope));
  }

  return {
    clientId: CLIENT_ID,
    redirectUri: REDIRECT_URI,
    server: SPOTIFY_ACCOUNTS,
    fetch: makeInPageFetch(spotify.handlers, clock),
    faults,
    requests,
    library,
    switchUser() {
      [spotify.user] = FRIENDS;
    },
    async authorize({ search, searchParams }, answer) {
      const checked = accounts.checkRequest(search);
      if (checked.kind === 'page') return { kind: 'page', text: PAGE_ERRORS[checked.error] };
      const back = (url: string): Authorized => ({
        kind: 'back',
        response: new URL(url).searchParams,
      });
      if (checked.kind === 'redirect') return back(accounts.reject(checked));
      if (answer === 'decline') return back(accounts.decline(checked.request));
      granted = grantable(checked.request.scopes, searchParams);
      return back(await accounts.approve({ ...checked.request, scopes: granted }));
    },
    tamper: (name, response) => RESPONSE_FAULTS[name](response),
  };
}
