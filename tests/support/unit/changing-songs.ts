import { HttpResponse, http } from 'msw';
import type { SetupServer } from 'msw/node';
import { SPOTIFY_API } from '../../../src/config.ts';

/** The songs of one playlist, and of the liked ones, that change while they are read. */
export interface ChangingSongs {
  /** Names of the songs in their order; assign to change them. */
  songs: string[];
  /** The version of the playlist. */
  snapshot: string;
  /** Called after each page, with the number of pages so far. */
  onPage: (pages: number) => void;
  /** Members that replace those of each page. */
  told: (offset: number) => object;
  /** Largest page of the server, whatever `limit` is requested. */
  limit: number;
  /** Members that replace those of the playlist. */
  details: object;
  /** Requested offsets, in order. */
  readonly offsets: number[];
  /** Number of requests for the playlist without its songs. */
  checks: number;
}

/** Names of so many songs. */
export function songNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `song ${index + 1}`);
}

/** Serves songs under both addresses, in one order. */
export function serveSongs(network: SetupServer, count: number): ChangingSongs {
  const served: ChangingSongs = {
    songs: songNames(count),
    snapshot: 'v1',
    onPage: () => undefined,
    told: () => ({}),
    limit: 50,
    details: {},
    offsets: [],
    checks: 0,
  };
  const page = ({ request }: { readonly request: Request }) => {
    const { origin, pathname, searchParams } = new URL(request.url);
    const offset = Number(searchParams.get('offset'));
    const end = offset + served.limit;
    const entries = served.songs.slice(offset, end).map((name) => {
      const song = { type: 'track', id: name, uri: `spotify:track:${name}`, name, artists: [] };
      return { added_at: '2026-08-01T10:00:00Z', track: song, item: song };
    });
    const answer = {
      items: entries,
      limit: served.limit,
      next: end < served.songs.length ? `${origin}${pathname}?offset=${end}` : null,
      offset,
      total: served.songs.length,
      ...served.told(offset),
    };
    served.offsets.push(offset);
    served.onPage(served.offsets.length);
    return HttpResponse.json(answer);
  };
  const details = ({ params }: { readonly params: { readonly id?: unknown } }) => {
    served.checks += 1;
    return HttpResponse.json({
      id: params.id,
      name: 'Songs',
      owner: { id: 'me' },
      snapshot_id: served.snapshot,
      items: { total: served.songs.length },
      ...served.details,
    });
  };
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/:id/items`, page),
    http.get(`${SPOTIFY_API}/v1/me/tracks`, page),
    http.get(`${SPOTIFY_API}/v1/playlists/:id`, details),
  );
  return served;
}
