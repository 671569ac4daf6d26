import { urlIn } from './wire.ts';

const OPEN_SPOTIFY = 'https://open.spotify.com';

/** Gives where a thing opens in Spotify: the given link only if it leads there, else one made of its id. */
export function spotifyUrlOf(
  kind: 'playlist' | 'track' | 'episode',
  id: string,
  given: string | null,
): string {
  if (given && urlIn(given)?.origin === OPEN_SPOTIFY) return given;
  return `${OPEN_SPOTIFY}/${kind}/${encodeURIComponent(id)}`;
}

/** How the URIs of local files begin. */
export const LOCAL_FILE = 'spotify:local:';

/** What the URI of a local file tells of it. */
export interface LocalFile {
  readonly artist: string | null;
  readonly album: string | null;
  readonly title: string | null;
}

/** Reads `spotify:local:{artist}:{album}:{title}:{seconds}`; any other text tells nothing. */
export function localFileOf(uri: string): LocalFile {
  const parts = uri.startsWith(LOCAL_FILE) ? uri.slice(LOCAL_FILE.length).split(':') : [];
  const [artist, album, title] = parts.map((part) => decoded(part.replaceAll('+', ' ')));
  return { artist: artist || null, album: album || null, title: title || null };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A bare percent sign in a name.
    return part;
  }
}
