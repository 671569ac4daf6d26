import type { Access } from '../accounts/ledger.ts';
import { apiError, type Step } from '../faults.ts';
import { answer, note, type Server, withCors } from '../server.ts';

/** Answers a request of the Web API whose bearer token is valid, else with 401 (RFC 6750). */
export async function answerAuthorized(
  server: Server,
  step: Step,
  request: Request,
  resource: (access: Access, url: URL) => Response,
): Promise<Response> {
  note(server, step, request);
  const access = await accessOf(server, request);
  if (access === undefined) return withCors(request, unauthorized());
  return answer(server, step, request, async () => resource(access, new URL(request.url)));
}

async function accessOf(server: Server, request: Request): Promise<Access | undefined> {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
  return token === undefined ? undefined : server.grants.access(token);
}

function unauthorized(): Response {
  const response = apiError(401, 'Missing/invalid/expired access token');
  response.headers.set('WWW-Authenticate', 'Bearer realm="spotify", error="invalid_token"');
  return response;
}
