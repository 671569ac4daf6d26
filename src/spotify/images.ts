/** Hosts of Spotify's images; the page's Content Security Policy lists the same. */
const IMAGE_HOST = /\.(scdn\.co|spotifycdn\.com)$/;

/** Gives the smallest cover on one of Spotify's image hosts: Spotify sends the largest first. */
export function coverUrlOf(images: readonly { readonly url: string }[]): string | null {
  const usable = images.filter((image) => isSpotifyImage(image.url));
  return usable.at(-1)?.url ?? null;
}

function isSpotifyImage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' && url.port === '' && IMAGE_HOST.test(url.hostname);
}
