/**
 * Removes the authorization response from the address bar and returns its parameters, if this is the
 * redirection endpoint and there are any (RFC 6749, section 4.1.2). Only the query is read.
 */
export function takeAuthorizationResponse(
  address: URL,
  basePath: string,
  history: Pick<History, 'replaceState'>,
): URLSearchParams | undefined {
  if (address.pathname !== `${basePath}callback`) return undefined;
  if (address.search === '' && address.hash === '') return undefined;
  history.replaceState(null, '', address.pathname);
  return address.searchParams;
}

/**
 * Gives the address on 127.0.0.1 for a page opened as `localhost`, which Spotify rejects as a redirect URI. An
 * authorization response at `localhost` belongs to no login, so its query is dropped.
 */
export function loopbackAddress(address: URL, basePath: string): string | undefined {
  if (address.protocol !== 'http:' || address.hostname !== 'localhost') return undefined;
  const target = new URL(address);
  target.hostname = '127.0.0.1';
  if (address.pathname === `${basePath}callback`) {
    target.pathname = basePath;
    target.search = '';
    target.hash = '';
  }
  return target.href;
}
