import type { HttpHandler } from 'msw';
import type { Clock } from '../clock.ts';
import type { User } from '../library/types.ts';
import {
  type Accounts,
  makeAccounts,
  type RegisteredClient,
} from './accounts/authorization-request.ts';
import { authorizeEndpoint, type ConsentAnswer } from './accounts/authorize-endpoint.ts';
import { makeGrants } from './accounts/grants.ts';
import { tokenEndpoint } from './accounts/token-endpoint.ts';
import { type ArmedFaults, makeArmedFaults } from './faults.ts';
import { makeContents } from './music/contents.ts';
import type { DemoLibrary, LibraryLists } from './music/data.ts';
import type { LibraryChange } from './music/library-change.ts';
import { makeWritableLibrary, type WritableLibrary } from './music/writable-library.ts';
import { type LoggedRequest, preflightHandlers, type Server } from './server.ts';
import type { ServerMemory } from './server-memory.ts';
import { catalogue } from './web-api/catalogue.ts';
import { changes } from './web-api/changes.ts';
import type { Dialect } from './web-api/dialect.ts';
import { likedSongs } from './web-api/liked-songs.ts';
import { playlist } from './web-api/playlist.ts';
import { playlistItems } from './web-api/playlist-items.ts';
import { playlists } from './web-api/playlists.ts';
import { profile } from './web-api/profile.ts';
import { saved } from './web-api/saved.ts';
import { withoutData } from './web-api/without-data.ts';

const ACCESS_TOKEN_LIFETIME_S = 3600;

/** Options of a simulated Spotify; the defaults are today's Spotify. */
export interface SimulatedSpotifyOptions {
  readonly clock: Clock;
  readonly memory: ServerMemory;
  /** Contents are generated where only lists are given. */
  readonly library: LibraryLists & Partial<DemoLibrary>;
  readonly clients: readonly RegisteredClient[];
  /** The person logged in at Spotify at first; the library's owner by default. */
  readonly user?: User;
  /** Whether every refresh issues a new refresh token, as until June 2026; false by default. */
  readonly rotateRefreshTokens?: boolean;
  /** `items` by default. */
  readonly dialect?: Dialect;
  /** Seconds; 3600 by default. */
  readonly accessTokenLifetime?: number;
  /** Whether authorization responses carry `iss` (RFC 9207); false by default. */
  readonly sendIssuer?: boolean;
  readonly issuer: string;
  /** Changes of an earlier visit, which are carried out at first. */
  readonly changes?: readonly LibraryChange[];
  /** Called after each change of the library with all of them. */
  readonly onChange?: (changes: readonly LibraryChange[]) => void;
  /** Whether a real browser gets the answers over a network; false by default. */
  readonly isOverNetwork?: boolean;
}

/** A simulated Spotify: MSW handlers, with its controls and its log. */
export interface SimulatedSpotify {
  readonly handlers: HttpHandler[];
  readonly authorizationServer: Accounts;
  readonly faults: ArmedFaults;
  /** Every request in order, without preflights. */
  readonly requests: readonly LoggedRequest[];
  /** The library as it is now. */
  readonly library: WritableLibrary;
  /** The person's answer at the authorization endpoint; assign to change it. */
  consent: ConsentAnswer;
  /** The person logged in at Spotify, for approvals from now on; assign to change it. */
  user: User;
}

/** Makes a separate Spotify: authorization server and Web API over one storage. */
export function makeSimulatedSpotify(options: SimulatedSpotifyOptions): SimulatedSpotify {
  const { clock, memory, library, clients, issuer } = options;
  const grants = makeGrants({
    clock,
    memory,
    rotateRefreshTokens: options.rotateRefreshTokens ?? false,
    accessTokenLifetime: options.accessTokenLifetime ?? ACCESS_TOKEN_LIFETIME_S,
  });
  const server: Server = {
    clock,
    grants,
    library: makeWritableLibrary(
      { ...makeContents({ playlists: library.playlists, seed: 0 }), ...library },
      options.changes,
      options.onChange,
    ),
    dialect: options.dialect ?? 'items',
    faults: makeArmedFaults(),
    requests: [],
    isOverNetwork: options.isOverNetwork ?? false,
  };
  const accounts = makeAccounts({
    clients,
    grants,
    user: () => simulated.user,
    issuer: options.sendIssuer === true ? issuer : undefined,
  });
  const simulated: SimulatedSpotify = {
    handlers: [
      ...preflightHandlers(),
      authorizeEndpoint(server, accounts, () => simulated.consent),
      tokenEndpoint(server, clients),
      profile(server),
      playlists(server),
      playlist(server),
      ...playlistItems(server),
      likedSongs(server),
      ...saved(server),
      ...changes(server),
      ...catalogue(server),
      withoutData(server),
    ],
    authorizationServer: accounts,
    faults: server.faults,
    requests: server.requests,
    library: server.library,
    consent: 'agree',
    user: options.user ?? library.user,
  };
  return simulated;
}
