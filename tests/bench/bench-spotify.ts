import {
  type LoopbackServer,
  type RecordedRequest,
  startLoopbackServer,
} from '../support/loopback-server.ts';
import { playlistsApi } from '../support/playlists-api.ts';
import { delayed, withSpotifyCors } from '../support/spotify-cors.ts';

/** Time before every answer and every preflight answer, in ms. */
export const ANSWER_MS = 50;

const ACCESS_TOKEN = 'access-token-of-the-bench';

/** A Spotify that is always as slow, with as many playlists as a measurement wants. */
export interface BenchSpotify {
  readonly port: number;
  readonly requests: readonly RecordedRequest[];
  /** Forgets the requests so far and has `total` playlists from now on. */
  reset(total: number): void;
  close(): Promise<void>;
}

/** Starts the Spotify that the app and the reference page are measured against. */
export async function startBenchSpotify(): Promise<BenchSpotify> {
  const server: LoopbackServer = await startLoopbackServer();
  return {
    port: server.port,
    get requests() {
      return server.requests;
    },
    reset(total) {
      const api = playlistsApi(total, async (accessToken) => accessToken === ACCESS_TOKEN);
      const services = withSpotifyCors(async (request) => {
        const { host, pathname } = new URL(request.url);
        if (host === 'api.spotify.com') return api(request);
        if (pathname === '/api/token') return tokenResponse(await request.formData());
        return new Response(null, { status: 404 });
      });
      const slow = delayed(ANSWER_MS, services);
      server.answerWith(async (request) =>
        new URL(request.url).pathname === '/authorize' ? consentPage() : slow(request),
      );
    },
    close: server.close,
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
