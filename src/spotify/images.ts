import { httpsUrlIn, listIn, membersOf, numberIn, textIn } from './wire.ts';

/** Hosts of Spotify's images; the page's Content Security Policy lists the same. */
const IMAGE_HOST = /\.(scdn\.co|spotifycdn\.com)$/;

/** Smallest width of a cover beside a song, in px; smaller ones are blurred on most screens. */
const NARROWEST_COVER = 64;

/** Gives the smallest cover on one of Spotify's image hosts: Spotify sends the largest first. */
export function coverUrlOf(images: unknown): string | null {
  const addresses = listIn(images)?.map((image) => textIn(membersOf(image)['url'])) ?? [];
  // A list with an image without an address is not one of covers.
  if (addresses.includes(null)) return null;
  return addresses.map(httpsUrlIn).findLast(isSpotifyImage)?.href ?? null;
}

/**
 * Gives the smallest cover of an album or episode that is at least 64 px wide, on one of Spotify's image hosts; an
 * image of unknown width is only used where no width is known.
 */
export function smallCoverUrlOf(images: unknown): string | null {
  const wide = (listIn(images) ?? []).flatMap((image) => {
    const { url, width } = membersOf(image);
    const pixels = numberIn(width);
    return pixels !== null && pixels >= NARROWEST_COVER && isSpotifyImage(httpsUrlIn(url))
      ? [{ image, pixels }]
      : [];
  });
  if (wide.length === 0) return coverUrlOf(images);
  return coverUrlOf([
    wide.reduce((least, next) => (next.pixels < least.pixels ? next : least)).image,
  ]);
}

function isSpotifyImage(url: ReturnType<typeof httpsUrlIn>): boolean {
  return url !== null && IMAGE_HOST.test(url.host);
}
