import { type HttpHandler, HttpResponse, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import { fold } from '../../library/fold.ts';
import { lazily } from '../../library/lazily.ts';
import { apiError, type Step } from '../faults.ts';
import type { WireAlbum, WireArtist, WireTrack } from '../music/wire.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { pageOf } from './page.ts';
import { simulated } from './simulated.ts';

/** Largest page of a search, and of the albums of an artist, since February 2026. */
const MOST_HITS = 10;

const TYPES = ['album', 'artist', 'audiobook', 'episode', 'playlist', 'show', 'track'] as const;

/** Makes the handlers of the catalogue, which knows the songs, albums and shows of the library alone. */
export function catalogue(server: Server): readonly HttpHandler[] {
  const music = lazily(() => musicOf(server));
  const get = (path: string, resource: (id: string, url: URL) => Response, step: Step = 'other') =>
    http.get<{ id: string }>(`${SPOTIFY_API}/v1/${path}`, ({ request, params }) =>
      answerAuthorized(server, step, request, (_, url) => resource(params.id, url)),
    );
  const known = (type: 'track' | 'episode', id: string) =>
    server.library.content(`spotify:${type}:${id}`);
  return [
    get('search', (_, url) => search(music(), url), 'search'),
    get('tracks/:id', (id) =>
      one(known('track', id) ?? music().songs.find((song) => song.id === id)),
    ),
    get('albums/:id', (id) => {
      const of = songsOfAlbum(music(), id);
      const album = music().albums.find((each) => each.id === id);
      return one(album && { ...album, tracks: { total: of.length, items: of.map(withoutAlbum) } });
    }),
    get('albums/:id/tracks', (id, url) => pageOf(songsOfAlbum(music(), id).map(withoutAlbum), url)),
    get('artists/:id', (id) => one(music().artists.find((artist) => artist.id === id))),
    get('artists/:id/albums', (id, url) => {
      const of = music().albums.filter((album) => album.artists.some((artist) => artist.id === id));
      return pageOf(of, withLimit(url), { maxLimit: MOST_HITS });
    }),
    get('shows/:id', (id) => one(shows(server).find((show) => show?.id === id))),
    get('shows/:id/episodes', (id, url) =>
      pageOf(
        episodes(server).filter((episode) => episode?.show.id === id),
        url,
      ),
    ),
    get('episodes/:id', (id) =>
      one(known('episode', id) ?? episodes(server).find((episode) => episode?.id === id)),
    ),
  ];
}

function one(found: object | null | undefined): Response {
  return found
    ? HttpResponse.json(found)
    : simulated(
        apiError(404, 'Resource not found'),
        'it knows the songs, albums and shows of this library only',
      );
}

function search({ songs, albums, artists }: Music, url: URL): Response {
  const words = fold(url.searchParams.get('q') ?? '').trim();
  const types = (url.searchParams.get('type') ?? '').split(',');
  if (words === '') return apiError(400, 'No search query');
  if (!types.every((type) => TYPES.some((each) => each === type)))
    return apiError(400, 'Bad search type field');
  const page = withLimit(url);
  const checked = pageOf([], page, { maxLimit: MOST_HITS });
  if (!checked.ok) return checked;
  const lists: Record<string, readonly { readonly name: string }[]> = {
    track: songs.filter((song) => matches(song, words)),
    album: albums,
    artist: artists,
  };
  const body: Record<string, unknown> = {};
  for (const type of types) {
    const all = lists[type] ?? [];
    const found = type === 'track' ? all : all.filter(({ name }) => includes(name, words));
    pageOf(found, page, {
      maxLimit: MOST_HITS,
      send(sent) {
        body[`${type}s`] = sent;
        return HttpResponse.json();
      },
    });
  }
  const answer = HttpResponse.json(body);
  return types.every((type) => type in lists)
    ? answer
    : simulated(answer, 'a search finds songs, albums and artists only');
}

/** Whether a song fits words, or a filter such as `isrc:` or `artist:`. */
function matches({ name, artists: by, external_ids }: WireTrack, words: string): boolean {
  const [, isrc] = /^isrc:\s*(\S+)$/.exec(words) ?? [];
  if (isrc !== undefined) return external_ids?.isrc?.toLowerCase() === isrc;
  const text = fold([name, ...by.map((artist) => artist.name)].join(' '));
  return words
    .replace(/\b(track|artist|album|year|upc):/g, ' ')
    .split(/[\s",]+/)
    .every((word) => text.includes(word));
}

function includes(text: string, words: string): boolean {
  return fold(text).includes(words);
}

/** Sets the limit that a search has by default. */
function withLimit(url: URL): URL {
  const page = new URL(url);
  if (!page.searchParams.has('limit')) page.searchParams.set('limit', '5');
  return page;
}

/** What the catalogue knows: the songs that the person has liked or has in own playlists, each once. */
interface Music {
  readonly songs: readonly WireTrack[];
  readonly albums: readonly WireAlbum[];
  readonly artists: readonly WireArtist[];
}

function musicOf({ library }: Server): Music {
  const items = library.playlists
    .filter((playlist) => playlist?.owner?.id === library.user.id)
    .flatMap((playlist) => library.items(playlist?.id ?? ''));
  const inPlaylists = items.flatMap(({ item }) => (item?.type === 'track' ? item : []));
  const songs = distinct([...library.liked().map(({ track }) => track), ...inPlaylists]);
  const saved = library.saved().albums.map(({ album }) => album);
  return {
    songs,
    albums: distinct([...songs.map(({ album }) => album), ...saved].flatMap((each) => each ?? [])),
    artists: distinct(songs.flatMap(({ artists }) => artists)),
  };
}

function songsOfAlbum({ songs }: Music, id: string): readonly WireTrack[] {
  return songs
    .filter(({ album }) => album?.id === id)
    .sort((earlier, other) => earlier.track_number - other.track_number);
}

function withoutAlbum({ album: _, ...song }: WireTrack): Omit<WireTrack, 'album'> {
  return song;
}

function shows({ library }: Server) {
  return library.saved().shows.map(({ show }) => show);
}

function episodes({ library }: Server) {
  return library.saved().episodes.map(({ episode }) => episode);
}

function distinct<T extends { readonly id: string | null }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.filter(({ id }) => id !== null).map((each) => [each.id, each])).values()];
}
