import { httpsUrlIn } from './wire.ts';

const OPEN_SPOTIFY = 'https://open.spotify.com';

/** Gives the address in Spotify: the given link, as it was parsed, where it leads there, else one made from the id. */
export function spotifyUrlOf(
  kind: 'playlist' | 'track' | 'episode' | 'album' | 'show' | 'audiobook',
  id: string,
  given: string | null,
): string {
  const made = `${OPEN_SPOTIFY}/${kind}/${encodeId(id)}`;
  // The usual case, without a parser of URLs for each row.
  if (given === made) return made;
  const url = httpsUrlIn(given);
  return url?.origin === OPEN_SPOTIFY ? url.href : made;
}

/** Encodes an ID as one segment of a path; half characters (lone surrogates) become U+FFFD. */
export function encodeId(id: string): string {
  // `encodeURIComponent` throws on them.
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** Prefix of the URIs of local files. */
export const LOCAL_FILE = 'spotify:local:';

/** Metadata in the URI of a local file. */
export interface LocalFile {
  readonly artist: string | null;
  readonly album: string | null;
  readonly title: string | null;
}

/** Parses `spotify:local:{artist}:{album}:{title}:{seconds}`; any other text gives no metadata. */
export function localFileOf(uri: string): LocalFile {
  const parts = uri.startsWith(LOCAL_FILE) ? uri.slice(LOCAL_FILE.length).split(':') : [];
  const [artist, album, title] = parts.map((part) => decoded(part.replaceAll('+', ' ')));
  return { artist: artist || null, album: album || null, title: title || null };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not percent-encoded: a percent sign in a name.
    return part;
  }
}
