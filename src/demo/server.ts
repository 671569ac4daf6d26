import { type HttpHandler, HttpResponse, http } from 'msw';
import type { Clock } from '../clock.ts';
import { SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../config.ts';
import type { Grants } from './accounts/grants.ts';
import type { ArmedFaults, Step } from './faults.ts';
import type { WritableLibrary } from './music/writable-library.ts';
import type { Dialect } from './web-api/dialect.ts';

/** Adds Spotify's CORS headers to an answer: any origin, no exposed header. */
export function withCors(request: Request, response: Response): Response {
  const origin = request.headers.get('Origin');
  // The headers of `Response.error()` are immutable, and unreadable anyway.
  if (origin !== null && response.type !== 'error') {
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Allow-Headers', 'Accept, Authorization, Content-Type');
    response.headers.append('Vary', 'Origin');
  }
  return response;
}

/** Makes the handlers that answer a browser's preflight requests (Fetch standard, CORS protocol). */
export function preflightHandlers(): readonly HttpHandler[] {
  const answer = ({ request }: { readonly request: Request }) =>
    withCors(
      request,
      new HttpResponse(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'GET, POST, OPTIONS, PUT, DELETE, PATCH',
          'Access-Control-Max-Age': '604800',
        },
      }),
    );
  return [
    http.options(`${SPOTIFY_API}/*`, answer),
    http.options(SPOTIFY_ACCOUNTS.tokenEndpoint, answer),
  ];
}

/** One request that reached the simulated Spotify; without its token. */
export interface LoggedRequest {
  readonly step: Step;
  readonly method: string;
  readonly url: string;
  /** Time of the clock in ms. */
  readonly at: number;
}

/** State shared by the endpoints of the simulated Spotify. */
export interface Server {
  readonly clock: Clock;
  readonly grants: Grants;
  readonly library: WritableLibrary;
  readonly dialect: Dialect;
  readonly faults: ArmedFaults;
  readonly requests: LoggedRequest[];
  /** Whether answers cross a network to a browser, which then applies CORS by itself. */
  readonly isOverNetwork: boolean;
}

/** Adds a request to the server's log. */
export function note(server: Server, step: Step, request: Request): void {
  const { method, url } = request;
  server.requests.push({ step, method, url, at: server.clock.now() });
}

/** Gives the normal answer, or that of an armed fault, with CORS headers. */
export async function answer(
  server: Server,
  step: Step,
  request: Request,
  normal: () => Promise<Response>,
): Promise<Response> {
  const chosen = server.faults.take(step, request);
  if (chosen === undefined) return withCors(request, await normal());
  const { fault, settings } = chosen;
  const { clock, library } = server;
  const stale = () => library.beforeLast(normal);
  const spoiled = await fault.answer({ request, settings, clock, library, normal, stale });
  if (fault.hasCors !== false) return withCors(request, spoiled);
  // Without permission to read the answer, a page gets a network error.
  return server.isOverNetwork ? spoiled : HttpResponse.error();
}
