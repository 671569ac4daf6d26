import { ForbiddenError, NotFoundError, SpotifyDownError } from '../spotify/errors.ts';

/** Says why the tracks of one playlist are missing from an export; never a text from a server. */
export function missingReason(error: unknown): string {
  if (error instanceof ForbiddenError)
    return 'Spotify does not give its tracks to apps like this one, most likely because it belongs to someone else.';
  if (error instanceof NotFoundError)
    return 'Spotify does not know it any more; it may have been removed.';
  if (error instanceof SpotifyDownError)
    return 'Spotify had a fault on its side, also when asked again. Export it again later.';
  return 'Spotify’s answer was cut off or not of the form we know. Export it again later.';
}
