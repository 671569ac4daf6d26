import { listIn, membersOf, textIn, urlIn } from './wire.ts';

/** Hosts of Spotify's images; the page's Content Security Policy lists the same. */
const IMAGE_HOST = /\.(scdn\.co|spotifycdn\.com)$/;

/** Gives the smallest cover on one of Spotify's image hosts: Spotify sends the largest first. */
export function coverUrlOf(images: unknown): string | null {
  const addresses = listIn(images)?.map((image) => textIn(membersOf(image)['url'])) ?? [];
  // A list with an image without an address is not one of covers.
  if (addresses.includes(null)) return null;
  return addresses.findLast(isSpotifyImage) ?? null;
}

function isSpotifyImage(address: string | null): boolean {
  const url = urlIn(address);
  return url?.protocol === 'https:' && url.port === '' && IMAGE_HOST.test(url.hostname);
}
