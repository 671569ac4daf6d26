import { fileURLToPath } from 'node:url';
import { getResponse } from 'msw';
import { runnerImport } from 'vite';
import { systemClock } from '../../src/clock.ts';
import type { Step } from '../../src/demo/faults.ts';
import { makeLibrary } from '../../src/demo/music/data.ts';
import { makeServerMemory } from '../../src/demo/server-memory.ts';
import type {
  SimulatedSpotify,
  SimulatedSpotifyOptions,
} from '../../src/demo/simulated-spotify.ts';
import { CLIENT_ID } from './client-id.ts';
import { type Answer, notImplemented } from './loopback-server.ts';

type SimulationModule = typeof import('../../src/demo/simulated-spotify.ts');

const MODULE = fileURLToPath(new URL('../../src/demo/simulated-spotify.ts', import.meta.url));
const ISSUER = 'https://accounts.spotify.com';
const PLAYLISTS = 120;

/** Makes a fresh simulated Spotify that a browser reaches over a network. */
export async function simulateSpotify(
  redirectUris: readonly string[],
  options: Partial<SimulatedSpotifyOptions>,
): Promise<SimulatedSpotify> {
  const { makeSimulatedSpotify } = await simulationModule();
  return makeSimulatedSpotify({
    clock: systemClock,
    memory: makeServerMemory(),
    library: makeLibrary({ playlists: PLAYLISTS }),
    clients: [{ clientId: CLIENT_ID, redirectUris }],
    issuer: ISSUER,
    isOverNetwork: true,
    ...options,
  });
}

/** Answers with the handlers of the simulated Spotify. */
export function answerOf(spotify: SimulatedSpotify): Answer {
  return async (request) =>
    (await getResponse(spotify.handlers, request)) ?? notImplemented(request);
}

/** Number of requests of one kind to the simulated Spotify. */
export function countOf(spotify: SimulatedSpotify, wanted: Step): number {
  return spotify.requests.filter(({ step }) => step === wanted).length;
}

/** Hosts of the simulated Spotify's covers. */
export const IMAGE_HOSTS: readonly string[] = [
  'i.scdn.co',
  'mosaic.scdn.co',
  'image-cdn-ak.spotifycdn.com',
];

/** Answers every request for a cover with the same picture. */
export const coverImage: Answer = async () =>
  new Response(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>',
    {
      headers: { 'content-type': 'image/svg+xml' },
    },
  );

let loading: Promise<SimulationModule> | undefined;

// It reads `import.meta.env`, which exists only in Vite.
function simulationModule(): Promise<SimulationModule> {
  loading ??= runnerImport<SimulationModule>(MODULE, { configFile: false, logLevel: 'error' }).then(
    ({ module }) => module,
  );
  return loading;
}
