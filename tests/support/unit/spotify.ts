import type { SetupServer } from 'msw/node';
import { SPOTIFY_ACCOUNTS } from '../../../src/config.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { makeServerMemory } from '../../../src/demo/server-memory.ts';
import {
  makeSimulatedSpotify,
  type SimulatedSpotify,
  type SimulatedSpotifyOptions,
} from '../../../src/demo/simulated-spotify.ts';
import { type Browser, CLIENT, type Tab } from './browser.ts';

/** Puts a simulated Spotify on the network that has the app registered and shares the browser's clock. */
export function simulateSpotify(
  network: SetupServer,
  browser: Browser,
  options: Partial<SimulatedSpotifyOptions> = {},
): SimulatedSpotify {
  const spotify = makeSimulatedSpotify({
    clock: browser.clock,
    memory: makeServerMemory(),
    library: makeLibrary({ playlists: 20 }),
    clients: [{ clientId: CLIENT.clientId, redirectUris: [CLIENT.redirectUri] }],
    issuer: SPOTIFY_ACCOUNTS.issuer,
    ...options,
  });
  network.use(...spotify.handlers);
  return spotify;
}

/** Number of requests of one kind that reached the simulated Spotify. */
export function countOf(spotify: SimulatedSpotify, step: string): number {
  return spotify.requests.filter((request) => request.step === step).length;
}

/** Sends an authorization request to the server and returns the parameters of its response. */
export async function authorizationResponse(request: URL): Promise<URLSearchParams> {
  const answer = await fetch(request, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams;
}

/** Logs in from `beginLogin` to the stored tokens, as a person who agrees. */
export async function logIn({ session }: Tab, returnTo = '/playlists'): Promise<string> {
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo });
  const answer = await fetch(request, { redirect: 'manual' });
  return session.completeLogin(new URL(answer.headers.get('location') ?? '').searchParams);
}
