/**
 * Gives the address to move to where the page was opened as `localhost`, which Spotify refuses as a
 * redirect URI; an authorization response there belongs to nobody and loses its query.
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
