import { SPOTIFY_API } from '../config.ts';
import { encodeId } from './addresses.ts';
import { get, type PacedConnection } from './http.ts';
import { listIn, membersOf, textIn } from './wire.ts';

/** What a song or an episode is of: its album or its show. */
export interface Release {
  readonly kind: 'album' | 'show';
  readonly uri: string;
  readonly name: string | null;
  /** The artists of an album, the publisher of a show. */
  readonly people: readonly string[];
}

/** Requests the album of a song or the show of an episode (Spotify: `GET /tracks/{id}`, `GET /episodes/{id}`). */
export function getRelease(
  connection: PacedConnection,
  { kind, id }: { readonly kind: 'track' | 'episode'; readonly id: string },
  signal: AbortSignal,
): Promise<Release> {
  const of = kind === 'track' ? 'album' : 'show';
  const parse = (body: unknown): Release | undefined => {
    const { uri, name, artists, publisher } = membersOf(membersOf(body)[of]);
    const text = textIn(uri);
    if (!text) return undefined;
    const names = listIn(artists)?.map((artist) => membersOf(artist)['name']) ?? [publisher];
    const people = names.flatMap((each) => textIn(each) ?? []);
    return { kind: of, uri: text, name: textIn(name), people };
  };
  return get(connection, `${SPOTIFY_API}/v1/${kind}s/${encodeId(id)}`, parse, signal, 'items');
}
