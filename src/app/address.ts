/**
 * Takes the authorization response out of the address bar and gives its parameters, if this is the
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
