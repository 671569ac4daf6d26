import { HttpResponse } from 'msw';
import type { Clock } from '../clock.ts';
import type { Grants } from './accounts/grants.ts';
import type { ArmedFaults } from './armed-faults.ts';
import { withCors } from './cors.ts';
import type { Step } from './fault-settings.ts';
import type { DemoLibrary } from './music/data.ts';
import type { Dialect } from './web-api/dialect.ts';

/** One request that reached the simulated Spotify; holds no token. */
export interface LoggedRequest {
  readonly step: Step;
  readonly method: string;
  readonly url: string;
  /** Time of the clock in ms. */
  readonly at: number;
}

/** What the endpoints of the simulated Spotify share. */
export interface Server {
  readonly clock: Clock;
  readonly grants: Grants;
  readonly library: DemoLibrary;
  readonly dialect: Dialect;
  readonly faults: ArmedFaults;
  readonly requests: LoggedRequest[];
  /** Whether answers cross a network to a browser, which then applies CORS by itself. */
  readonly isOverNetwork: boolean;
}

/** Writes a request into the server's log. */
export function note(server: Server, step: Step, request: Request): void {
  const { method, url } = request;
  server.requests.push({ step, method, url, at: server.clock.now() });
}

/** Gives the normal answer, or what a fault makes of it, with the headers of CORS. */
export async function answer(
  server: Server,
  step: Step,
  request: Request,
  normal: () => Promise<Response>,
): Promise<Response> {
  const chosen = server.faults.take(step, new URL(request.url));
  if (chosen === undefined) return withCors(request, await normal());
  const { fault, settings } = chosen;
  const spoiled = await fault.answer({ request, settings, clock: server.clock, normal });
  if (fault.hasCors !== false) return withCors(request, spoiled);
  // A page that may not read an answer sees a network error instead.
  return server.isOverNetwork ? spoiled : HttpResponse.error();
}
