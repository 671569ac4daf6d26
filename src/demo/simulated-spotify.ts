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
import { type LoggedRequest, preflightHandlers, type Server } from './server.ts';
import type { ServerMemory } from './server-memory.ts';
import type { Dialect } from './web-api/dialect.ts';
import { likedSongs } from './web-api/liked-songs.ts';
import { playlist } from './web-api/playlist.ts';
import { playlistItems } from './web-api/playlist-items.ts';
import { playlists } from './web-api/playlists.ts';
import { profile } from './web-api/profile.ts';

const ACCESS_TOKEN_LIFETIME_S = 3600;

/** How a simulated Spotify is set up; what is left out is as Spotify is today. */
export interface SimulatedSpotifyOptions {
  readonly clock: Clock;
  readonly memory: ServerMemory;
  /** Where only lists are given, their contents are made up. */
  readonly library: LibraryLists & Partial<DemoLibrary>;
  readonly clients: readonly RegisteredClient[];
  /** Who is logged in at Spotify at first; the library's owner where not given. */
  readonly user?: User;
  /** Whether every refresh brings a new refresh token, as until June 2026; false where not given. */
  readonly rotateRefreshTokens?: boolean;
  /** `items` where not given. */
  readonly dialect?: Dialect;
  /** Seconds; 3600 where not given. */
  readonly accessTokenLifetime?: number;
  /** Whether authorization responses carry `iss` (RFC 9207); false where not given. */
  readonly sendIssuer?: boolean;
  readonly issuer: string;
  /** Whether a real browser gets the answers over a network; false where not given. */
  readonly isOverNetwork?: boolean;
}

/** A simulated Spotify: MSW handlers, and the means to steer and to watch them. */
export interface SimulatedSpotify {
  readonly handlers: HttpHandler[];
  readonly authorizationServer: Accounts;
  readonly faults: ArmedFaults;
  /** Every request that came, in order; preflights left out. */
  readonly requests: readonly LoggedRequest[];
  /** What the person answers at the authorization endpoint; assign to change it. */
  consent: ConsentAnswer;
  /** Who is logged in at Spotify, for approvals from now on; assign to change it. */
  user: User;
}

/** Makes a Spotify of its own: authorization server and Web API over one memory. */
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
    library: { ...makeContents({ playlists: library.playlists, seed: 0 }), ...library },
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
    ],
    authorizationServer: accounts,
    faults: server.faults,
    requests: server.requests,
    consent: 'agree',
    user: options.user ?? library.user,
  };
  return simulated;
}
