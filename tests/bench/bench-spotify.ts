import { makeLibrary } from '../../src/demo/music/data.ts';
import { pageOf } from '../../src/demo/web-api/page.ts';
import {
  type Answer,
  type LoopbackServer,
  type RecordedRequest,
  startLoopbackServer,
} from '../support/loopback-server.ts';
import { equalPlaylists } from '../support/own-playlists.ts';
import { playlistsApi } from '../support/playlists-api.ts';
import { delayed, withSpotifyCors } from '../support/spotify-cors.ts';
import { distinctItemsApi, isItems, itemsApi } from './bench-items.ts';
import { type InFlight, watchInFlight } from './in-flight.ts';

/** Delay of every answer and every preflight, in ms. */
export const ANSWER_MS = 50;

const ACCESS_TOKEN = 'access-token-of-the-bench';

/** The library at Spotify during a measurement. */
export interface BenchLibrary {
  readonly playlists: number;
  /** Number of liked songs; 100 by default. */
  readonly liked?: number;
  /** Tracks per playlist, all of them then the person's own; without it no playlist can be opened. */
  readonly tracks?: number;
  /** Whether no track is in two playlists; all playlists have the same tracks by default. */
  readonly areDistinct?: boolean;
  /** Delay of every answer; {@link ANSWER_MS} by default. */
  readonly answerMs?: number;
}

/** A Spotify with a constant delay, and as many playlists as a measurement needs. */
export interface BenchSpotify {
  readonly port: number;
  readonly requests: readonly RecordedRequest[];
  /** The highest number of concurrent requests since the last `reset`. */
  mostInFlight(): InFlight;
  /** Clears the requests, and serves this library from now on. */
  reset(library: BenchLibrary): void;
  /** Waits until no request has arrived for a while. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the Spotify that the app and the reference page are measured against. */
export async function startBenchSpotify(): Promise<BenchSpotify> {
  const server: LoopbackServer = await startLoopbackServer();
  const bodies = new Map<string, Promise<string>>();
  let mostInFlight = (): InFlight => ({ list: 0, items: 0 });
  return {
    port: server.port,
    get requests() {
      return server.requests;
    },
    mostInFlight: () => mostInFlight(),
    reset(library) {
      const services = delayed(
        library.answerMs ?? ANSWER_MS,
        withSpotifyCors(servicesOf(library, bodies)),
      );
      const watched = watchInFlight(services);
      mostInFlight = watched.most;
      server.answerWith(async (request) =>
        new URL(request.url).pathname === '/authorize' ? consentPage() : watched.answer(request),
      );
    },
    async quiet() {
      for (let asked = -1; asked !== server.requests.length; ) {
        asked = server.requests.length;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    },
    close: server.close,
  };
}

function servicesOf(
  { playlists, liked = 100, tracks, areDistinct }: BenchLibrary,
  bodies: Map<string, Promise<string>>,
): Answer {
  const library =
    tracks === undefined ? makeLibrary({ playlists }) : equalPlaylists(playlists, tracks);
  const api = playlistsApi(library, async (accessToken) => accessToken === ACCESS_TOKEN);
  // Generated before the measurement: the server shares the computer with the browser.
  const songs = makeLibrary({ playlists: 0, liked }).liked();
  const items = areDistinct
    ? distinctItemsApi(library.playlists, tracks ?? 0, bodies)
    : itemsApi(tracks ?? 0);
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/api/token') return tokenResponse(await request.formData());
    if (url.host !== 'api.spotify.com') return new Response(null, { status: 404 });
    const mayRead = request.headers.get('authorization') === `Bearer ${ACCESS_TOKEN}`;
    if (mayRead && url.pathname === '/v1/me/tracks') return pageOf(songs, url);
    return mayRead && isItems(url) ? items(url) : api(request);
  };
}

function consentPage(): Response {
  const page = '<!doctype html><link rel="icon" href="data:,"><title>Consent</title>';
  return new Response(page, { headers: { 'content-type': 'text/html' } });
}

function tokenResponse(form: FormData): Response {
  const isExchange = form.get('grant_type') === 'authorization_code' && form.has('code_verifier');
  if (!isExchange) return Response.json({ error: 'invalid_request' }, { status: 400 });
  return Response.json({
    access_token: ACCESS_TOKEN,
    token_type: 'Bearer',
    scope: 'playlist-read-private playlist-read-collaborative user-library-read',
    expires_in: 3600,
    refresh_token: 'refresh-token-of-the-bench',
  });
}
