import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { CLIENT_ID } from './client-id.ts';
import type { Answer } from './loopback-server.ts';

/** Deviations of an authorization server from RFC 6749 and 9207. */
export interface AuthorizationServerVariant {
  /** Leaves `refresh_token` out of refresh answers, as Spotify does. */
  readonly omitRefreshTokenOnRefresh?: boolean;
  /** Leaves `iss` out of authorization responses, as Spotify does. */
  readonly omitIss?: boolean;
  /** Rotates refresh tokens, and revokes the token family when an old one is used. */
  readonly rotateRefreshToken?: boolean;
  readonly clientId?: string;
  /** Exact redirect URIs of the client. */
  readonly redirectUris?: readonly string[];
  /** Lifetime of an access token in seconds. */
  readonly accessTokenLifeSeconds?: number;
}

/** A certified authorization server in the place of accounts.spotify.com. */
export interface AuthorizationServer {
  readonly clientId: string;
  readonly answer: Answer;
  /** Whether the access token was issued by this server and is valid. */
  isValid(accessToken: string): Promise<boolean>;
  /** Revokes an access token before it expires. */
  revoke(accessToken: string): Promise<void>;
  /** Revokes a refresh token, as when a person removes the app. */
  revokeRefreshToken(refreshToken: string): Promise<void>;
  close(): Promise<void>;
}

const ISSUER = 'https://accounts.spotify.com';
// Removed: the pages work without it, and no test may depend on another host.
const WEB_FONT = /@import url\(https:[^)]*\);/;
const SCOPES = ['playlist-read-private', 'playlist-read-collaborative', 'user-library-read'];

let signingKey: JsonWebKey | undefined;

/** Gives a key for all servers of this process, since a new one takes the time of a whole test. */
function keyOfAll(): JsonWebKey {
  signingKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    format: 'jwk',
  });
  return signingKey;
}

/** Starts oidc-provider with one public client that must use PKCE with S256. */
export async function startAuthorizationServer(
  variant: AuthorizationServerVariant = {},
): Promise<AuthorizationServer> {
  const clientId = variant.clientId ?? CLIENT_ID;
  const provider = await withoutWarnings(async () => {
    const { Provider } = await import('oidc-provider');
    return new Provider(ISSUER, configuration(clientId, variant));
  });
  provider.proxy = true;
  provider.use(async (context, next) => {
    await next();
    if (typeof context.body === 'string') context.body = context.body.replace(WEB_FONT, '');
    if (variant.omitIss === true) dropIss(context.response);
    const isRefresh = context.oidc?.params?.['grant_type'] === 'refresh_token';
    if (isRefresh && variant.omitRefreshTokenOnRefresh === true) {
      const { refresh_token: _dropped, ...rest } = context.body as Record<string, unknown>;
      context.body = rest;
    }
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    clientId,
    answer: (request) => forward(request, port),
    async isValid(accessToken) {
      const found = await provider.AccessToken.find(accessToken);
      return found !== undefined && !found.isExpired;
    },
    async revoke(accessToken) {
      await (await provider.AccessToken.find(accessToken))?.destroy();
    },
    async revokeRefreshToken(refreshToken) {
      await (await provider.RefreshToken.find(refreshToken))?.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration(
  clientId: string,
  variant: AuthorizationServerVariant,
): Record<string, unknown> {
  const redirectUris = variant.redirectUris ?? ['http://127.0.0.1:8888/callback'];
  const appOrigins = redirectUris.map((uri) => new URL(uri).origin);
  return {
    clients: [
      {
        client_id: clientId,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    scopes: SCOPES,
    pkce: { required: () => true },
    routes: { authorization: '/authorize', token: '/api/token' },
    features: { devInteractions: { enabled: true } },
    clientBasedCORS: (_context: unknown, origin: string) => appOrigins.includes(origin),
    issueRefreshToken: () => true,
    rotateRefreshToken: variant.rotateRefreshToken ?? false,
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    ttl: {
      AccessToken: variant.accessTokenLifeSeconds ?? 3600,
      Grant: 86400,
      Interaction: 3600,
      Session: 86400,
      RefreshToken: 86400,
    },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    jwks: { keys: [keyOfAll()] },
  };
}

/** Suppresses oidc-provider's warnings about production use. */
async function withoutWarnings<T>(make: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await make();
  } finally {
    console.warn = warn;
  }
}

function dropIss(response: {
  get(name: string): string;
  set(name: string, value: string): void;
}): void {
  const location = response.get('location');
  if (!URL.canParse(location)) return;
  const url = new URL(location);
  if (!url.searchParams.has('iss')) return;
  url.searchParams.delete('iss');
  response.set('location', url.href);
}

async function forward(request: Request, port: number): Promise<Response> {
  const { pathname, search, host } = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.set('x-forwarded-proto', 'https');
  headers.set('x-forwarded-host', host);
  headers.delete('accept-encoding');
  const { method } = request;
  return fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
    method,
    headers,
    redirect: 'manual',
    ...(request.body === null ? {} : { body: await request.text() }),
  });
}

/** Signs in on the server's own pages and agrees to the requested scopes. */
export async function agreeOnPages(page: Page, login = 'alice'): Promise<void> {
  const signIn = page.getByRole('button', { name: 'Sign-in' });
  const agree = page.getByRole('button', { name: 'Continue' });
  await signIn.or(agree).waitFor();
  if (await signIn.isVisible()) {
    await page.getByPlaceholder('Enter any login').fill(login);
    await page.getByPlaceholder('and password').fill('any');
    await signIn.click();
  }
  await agree.click();
}

/** Declines on the server's own pages, whichever of them is shown. */
export async function declineOnPages(page: Page): Promise<void> {
  await page.getByRole('link', { name: '[ Cancel ]' }).click();
}
