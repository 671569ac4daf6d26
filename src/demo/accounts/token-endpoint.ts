import { type HttpHandler, HttpResponse, http } from 'msw';
import { SPOTIFY_ACCOUNTS } from '../../config.ts';
import { answer, note, type Server } from '../server.ts';
import { onlyValue, type RegisteredClient } from './authorization-request.ts';
import type { TokenRefusal } from './grants.ts';
import type { TokenAnswer } from './ledger.ts';

/** Makes the handler of the token endpoint (RFC 6749, sections 4.1.3 and 6). */
export function tokenEndpoint(server: Server, clients: readonly RegisteredClient[]): HttpHandler {
  const inTurn = makeTurns();
  return http.post(SPOTIFY_ACCOUNTS.tokenEndpoint, async ({ request }) => {
    const form = await readForm(request);
    const step = form.get('grant_type') === 'refresh_token' ? 'refresh' : 'token';
    note(server, step, request);
    return answer(server, step, request, async () => {
      // Exchanges run one at a time, so that no code or rotated token works twice.
      const body = await inTurn(() => exchange(server, clients, form));
      return HttpResponse.json(body, {
        status: 'error' in body ? 400 : 200,
        headers: { 'Cache-Control': 'no-store' },
      });
    });
  });
}

async function exchange(
  { grants }: Server,
  clients: readonly RegisteredClient[],
  form: URLSearchParams,
): Promise<TokenAnswer | TokenRefusal> {
  const one = (name: string) => onlyValue(form, name);
  const grantType = one('grant_type');
  if (grantType === undefined) return missing('grant_type');

  const clientId = one('client_id');
  if (clientId === undefined || !clients.some((client) => client.clientId === clientId)) {
    return { error: 'invalid_client', error_description: 'Invalid client' };
  }

  if (grantType === 'authorization_code') {
    const code = one('code');
    const redirectUri = one('redirect_uri');
    const verifier = one('code_verifier');
    if (code === undefined) return missing('code');
    if (redirectUri === undefined) return missing('redirect_uri');
    if (verifier === undefined) return missing('code_verifier');
    return grants.redeem({ code, clientId, redirectUri, verifier });
  }

  if (grantType === 'refresh_token') {
    const refreshToken = one('refresh_token');
    if (refreshToken === undefined) return missing('refresh_token');
    const scopes = one('scope')
      ?.split(' ')
      .filter((scope) => scope !== '');
    return grants.refresh({ refreshToken, clientId, scopes });
  }

  return {
    error: 'unsupported_grant_type',
    error_description: 'grant_type must be authorization_code or refresh_token',
  };
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const contentType = request.headers.get('Content-Type') ?? '';
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? await request.text() : '');
}

function missing(parameter: string): TokenRefusal {
  return { error: 'invalid_request', error_description: `${parameter} must be supplied once` };
}

/** Runs a task after all earlier tasks have ended. */
type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a queue in which one task runs at a time. */
function makeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
