/**
 * Gives the address to move to from `localhost`, which Spotify refuses as a redirect URI; an authorization response there belongs to nobody and loses its query.
 */
export function loopbackAddress(address: URL, basePath: string): string {
  const target = new URL(address);
  target.hostname = '127.0.0.1';
  if (address.pathname === `${basePath}callback`) {
    target.pathname = basePath;
    target.search = '';
    target.hash = '';
  }
  return target.href;
}
