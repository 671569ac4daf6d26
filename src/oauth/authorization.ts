import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
} from 'oauth4webapi';
import { LoginError } from './errors.ts';
import type { AuthorizationRequest, Client } from './types.ts';

/**
 * Makes a new authorization request with its own state and code verifier (RFC 6749, section 4.1.1; RFC 7636,
 * section 4.3). `showDialog` sets Spotify's own parameter, which displays the consent page again.
 *
 * @throws LoginError `client-configuration` where an endpoint is not https.
 */
export async function makeAuthorizationRequest(
  client: Client,
  showDialog: boolean,
): Promise<AuthorizationRequest> {
  const { authorizationEndpoint, tokenEndpoint } = client.server;
  const url = new URL(authorizationEndpoint);
  if (url.protocol !== 'https:' || new URL(tokenEndpoint).protocol !== 'https:') {
    throw new LoginError('client-configuration', 'endpoint_without_tls');
  }
  const codeVerifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: client.scopes.join(' '),
    state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(showDialog && { show_dialog: 'true' }),
  }).toString();
  return { url, state, codeVerifier };
}
