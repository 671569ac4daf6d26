import { SPOTIFY_API } from '../config.ts';
import { isAddedAt, isReleaseDate } from '../library/dates.ts';
import type { SavedItem, SavedKind } from '../library/saved.ts';
import { encodeId, spotifyUrlOf } from './addresses.ts';
import { get, type PacedConnection } from './http.ts';
import { smallCoverUrlOf } from './images.ts';
import { listAnswerOf, PAGE_LIMIT, type Page, type Pages, remainingPages } from './paging.ts';
import { booleanIn, countIn, isObject, listIn, type Members, membersOf, textIn } from './wire.ts';

/** Member with the number of parts, by kind. */
const TOTALS: Readonly<Record<SavedKind, string>> = {
  album: 'total_tracks',
  show: 'total_episodes',
  episode: '',
  audiobook: 'total_chapters',
};

/**
 * Requests one page of what the person has saved of one kind, newest first (Spotify: `GET /me/albums`, `/me/shows`,
 * `/me/episodes`, `/me/audiobooks`).
 */
export async function getSavedPage(
  connection: PacedConnection,
  kind: SavedKind,
  offset: number,
  signal: AbortSignal,
): Promise<Page<SavedItem>> {
  const url = `${SPOTIFY_API}/v1/me/${kind}s?limit=${PAGE_LIMIT}&offset=${offset}`;
  const { items, ...frame } = await get(connection, url, listAnswerOf, signal);
  return {
    ...frame,
    offset,
    entries: items.length,
    // Spotify sends null in place of what it has removed, and still counts it.
    rows: items.flatMap((entry, at) => savedItemOf(entry, kind, offset + at + 1) ?? []),
  };
}

/** Reads all that the person has saved of one kind, page by page. */
export function savedPages(connection: PacedConnection, kind: SavedKind): Pages<SavedItem> {
  return (known, signal) =>
    remainingPages(
      (offset, either) => getSavedPage(connection, kind, offset, either),
      known,
      signal,
    );
}

/**
 * Parses a saved entry, with the content beside its time or, as audiobooks come, alone; a member of the wrong type does
 * not drop the row.
 */
export function savedItemOf(
  entry: unknown,
  kind: SavedKind,
  position: number,
): SavedItem | undefined {
  const wrapper = membersOf(entry);
  const inner = wrapper[kind];
  // A wrapper around nothing is a gap, and not the content itself.
  if (kind in wrapper && !isObject(inner)) return undefined;
  const content = isObject(inner) ? inner : wrapper;
  const id = textIn(content['id']);
  if (!id) return undefined;
  const addedAt = wrapper['added_at'];
  return {
    kind,
    position,
    name: textIn(content['name']) ?? '',
    people: peopleOf(content, kind),
    narrators: namesIn(content['narrators']),
    show: textIn(membersOf(content['show'])['name']) || null,
    total: countIn(content[TOTALS[kind]]),
    durationMs: countIn(content['duration_ms']),
    releaseDate: releaseDateIn(content),
    explicit: booleanIn(content['explicit']),
    addedAt: isAddedAt(addedAt) ? addedAt : null,
    id,
    uri: textIn(content['uri']) || null,
    spotifyUrl: spotifyUrlOf(kind, id, textIn(membersOf(content['external_urls'])['spotify'])),
    coverUrl: smallCoverUrlOf(content['images']),
  };
}

function peopleOf(content: Members, kind: SavedKind): readonly string[] {
  if (kind === 'album') return namesIn(content['artists']);
  if (kind === 'audiobook') return namesIn(content['authors']);
  const publisher = textIn(content['publisher']);
  return publisher ? [publisher] : [];
}

function namesIn(people: unknown): readonly string[] {
  return (listIn(people) ?? []).flatMap((person) => textIn(membersOf(person)['name']) || []);
}

function releaseDateIn(content: Members): string | null {
  // Months and days of `00` are unknown ones.
  const date = textIn(content['release_date'])?.replace(/(-00)+$/, '');
  return isReleaseDate(date) ? date : null;
}

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
