import { onTestFinished } from 'vitest';
import { SPOTIFY_ACCOUNTS } from '../../../src/config.ts';
import type { Fetch } from '../../../src/oauth/types.ts';
import {
  type AuthorizationServer,
  type AuthorizationServerVariant,
  startAuthorizationServer,
} from '../authorization-server.ts';
import { type Browser, CLIENT, openBrowser, type Tab } from './browser.ts';
import { TOKEN } from './network.ts';

/** A certified authorization server in the place of Spotify's, and a browser whose requests it answers. */
export interface CertifiedServer extends AuthorizationServer {
  readonly browser: Browser;
  /** The grant types of all token requests. */
  readonly grants: readonly string[];
  /** Sends a request to the server, or to a Web API that accepts only its tokens. */
  readonly fetch: Fetch;
  openTab(): Tab;
}

/** More pages and redirects than a login has. */
const MOST_STEPS = 12;

/** Loads oidc-provider and makes its key, which on a busy computer takes longer than a test may. */
export async function loadCertifiedServer(): Promise<void> {
  await (await startAuthorizationServer()).close();
}

/** Starts oidc-provider for one test, with a Web API that accepts only its tokens. */
export async function useCertifiedServer(
  variant: AuthorizationServerVariant = {},
): Promise<CertifiedServer> {
  const { clientId, redirectUri } = CLIENT;
  const registered = { clientId, redirectUris: [redirectUri] };
  const server = await startAuthorizationServer({ ...registered, ...variant });
  onTestFinished(() => server.close());
  const browser = openBrowser();
  const grants: string[] = [];
  async function fetch(url: string, init: RequestInit): Promise<Response> {
    const request = new Request(url, init);
    if (request.url === TOKEN) {
      const sent = new URLSearchParams(await request.clone().text());
      grants.push(sent.get('grant_type') ?? '');
      return answerOf(server, request);
    }
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    return new Response(null, { status: (await server.isValid(token)) ? 200 : 401 });
  }
  return { ...server, browser, grants, fetch, openTab: () => browser.openTab({ fetch }) };
}

/**
 * Signs in and agrees on the server's own pages, as a browser does: with their cookies, forms and redirects.
 *
 * @returns the parameters of the authorization response.
 */
export async function agree(server: CertifiedServer, request: URL): Promise<URLSearchParams> {
  const cookies = new Map<string, string>();
  let url = request;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const sent = form === undefined ? {} : { method: 'POST', body: form };
    const response = await answerOf(server, new Request(url, { headers: { cookie }, ...sent }));
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const page = location === null ? await response.text() : '';
    url = new URL(location ?? /<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? '', url);
    if (url.origin !== SPOTIFY_ACCOUNTS.issuer) return url.searchParams;
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    form = prompt ? new URLSearchParams({ prompt, login: 'alice', password: 'any' }) : undefined;
  }
  throw new Error('the server’s pages lead nowhere');
}

/** Logs in over the server's own pages. */
export async function logInAt(server: CertifiedServer, { session }: Tab): Promise<string> {
  const { clientId } = CLIENT;
  const request = await session.beginLogin({ clientId, returnTo: '/playlists' });
  return session.completeLogin(await agree(server, request));
}

async function answerOf(server: AuthorizationServer, request: Request): Promise<Response> {
  const answer = await server.answer(request);
  if (!(answer instanceof Response)) throw new Error('this server has no faults');
  return answer;
}
