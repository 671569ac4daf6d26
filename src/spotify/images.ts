import { httpsUrlIn, listIn, membersOf, textIn } from './wire.ts';

/** Hosts of Spotify's images; the page's Content Security Policy lists the same. */
const IMAGE_HOST = /\.(scdn\.co|spotifycdn\.com)$/;

/** Gives the smallest cover on one of Spotify's image hosts: Spotify sends the largest first. */
export function coverUrlOf(images: unknown): string | null {
  const addresses = listIn(images)?.map((image) => textIn(membersOf(image)['url'])) ?? [];
  // A list with an image without an address is not one of covers.
  if (addresses.includes(null)) return null;
  return addresses.map(httpsUrlIn).findLast(isSpotifyImage)?.href ?? null;
}

function isSpotifyImage(url: URL | null): boolean {
  return url !== null && IMAGE_HOST.test(url.host);
}
