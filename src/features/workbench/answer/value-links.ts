import { SPOTIFY_API } from '../../../config.ts';
import { resolvePath } from '../request/build-request.ts';
import { parseReference } from '../request/spotify-id.ts';

/** Kinds of Spotify that have an endpoint of their own. */
const KINDS = ['album', 'artist', 'audiobook', 'chapter', 'episode', 'playlist', 'show', 'track'];

/**
 * Gives the address of the request that a value of an answer leads to: that of an address of the Web API, of a URI of
 * Spotify, and of the id of the object that holds it; `undefined` for any other value.
 */
export function requestOf(value: unknown, holder?: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const { id, type }: { readonly id?: unknown; readonly type?: unknown } = Object(holder);
  if (value === id && KINDS.includes(String(type)) && parseReference(value))
    return `${SPOTIFY_API}/v1/${type}s/${value}`;
  if (value.startsWith(`${SPOTIFY_API}/v1/`)) {
    const resolved = resolvePath(value);
    return 'url' in resolved ? resolved.url : undefined;
  }
  if (!value.startsWith('spotify:')) return undefined;
  const found = parseReference(value);
  return found?.kind !== undefined && KINDS.includes(found.kind)
    ? `${SPOTIFY_API}/v1/${found.kind}s/${found.id}`
    : undefined;
}
