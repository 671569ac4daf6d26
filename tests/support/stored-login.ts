import { createHash, randomBytes } from 'node:crypto';
import type { SimulatedSpotify } from '../../src/demo/simulated-spotify.ts';
import type { SessionRecord } from '../../src/session/types.ts';
import { versioned } from '../../src/storage/tokens.ts';
import { SCOPES } from '../../src/words/scopes.ts';
import { CLIENT_ID } from './client-id.ts';
import { answerOf } from './simulated-spotify.ts';
import { putStored, type StoringPage } from './stored.ts';

const ISSUER = 'https://accounts.spotify.com';
const ASKED_SCOPES = SCOPES.map(({ name }) => name);

/** A document of the app's origin without the app's scripts. */
const BARE_DOCUMENT = '/robots.txt';

/** Stores the login of a person who logged in a moment ago, with more scopes than the app asks for at first. */
export async function storeLogin(
  page: StoringPage & { goto(path: string): Promise<unknown> },
  spotify: SimulatedSpotify,
  redirectUri: string,
  moreScopes: readonly string[] = [],
): Promise<void> {
  const record = await obtainLogin(spotify, redirectUri, [...ASKED_SCOPES, ...moreScopes]);
  await page.goto(BARE_DOCUMENT);
  await putStored(page, 'client-id', CLIENT_ID);
  await putStored(page, 'session', versioned(record));
}

/** Logs in at the simulated Spotify without a browser, as its owner, who agrees. */
async function obtainLogin(
  spotify: SimulatedSpotify,
  redirectUri: string,
  askedScopes: readonly string[],
): Promise<SessionRecord> {
  const answer = answerOf(spotify);
  const verifier = randomBytes(48).toString('base64url');
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: redirectUri,
    scope: askedScopes.join(' '),
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  const agreed = await answer(new Request(`${ISSUER}/authorize?${asked}`));
  const location = new URL((agreed instanceof Response && agreed.headers.get('location')) || '');
  const exchange = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: CLIENT_ID,
    redirect_uri: redirectUri,
    code: location.searchParams.get('code') ?? '',
    code_verifier: verifier,
  });
  const authorizedAt = Date.now();
  const answered = await answer(
    new Request(`${ISSUER}/api/token`, { method: 'POST', body: exchange }),
  );
  if (!(answered instanceof Response) || !answered.ok) throw new Error('no tokens came');
  const tokens = await answered.json();
  return {
    loginId: randomBytes(16).toString('hex'),
    clientId: CLIENT_ID,
    redirectUri,
    issuer: ISSUER,
    askedScopes,
    grantedScopes: tokens.scope.split(' '),
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    expiresIn: tokens.expires_in,
    issuedAt: authorizedAt,
    expiresAt: authorizedAt + tokens.expires_in * 1000,
    authorizedAt,
    account: null,
    isKept: true,
  };
}
